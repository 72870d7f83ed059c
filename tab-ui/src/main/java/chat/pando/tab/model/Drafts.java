package chat.pando.tab.model;

import java.util.HashMap;
import java.util.Map;

/** The texts that a person has begun to write, one per account and room. */
public final class Drafts {

    private final Memory memory;
    private final Map<String, String> texts = new HashMap<>();

    public Drafts(Memory memory) {
        this.memory = memory;
    }

    public String read(String account, String room) {
        return texts.computeIfAbsent(name(account, room), name -> memory.read(name).orElse(""));
    }

    public void write(String account, String room, String text) {
        texts.put(name(account, room), text); // also where the memory is full
        if (text.isEmpty()) {
            memory.forget(name(account, room));
        } else {
            memory.write(name(account, room), text);
        }
    }

    /** Puts a text back that was refused, before anything that has been typed since. */
    public void giveBack(String account, String room, String text) {
        String since = read(account, room);
        write(account, room, since.isEmpty() ? text : text + "\n" + since);
    }

    private static String name(String account, String room) {
        return "pando.draft/" + account + "/" + room;
    }
}
