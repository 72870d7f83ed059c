package chat.pando.tab.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The texts that a person has begun to write, one per account and room. */
public final class Drafts {

    private static final String PREFIX = "pando.draft/";

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

    /** Forgets what was begun in accounts that are signed out. */
    public void forgetAllBut(Collection<String> accounts) {
        Set<String> all = new HashSet<>(texts.keySet());
        all.addAll(memory.names(PREFIX));
        for (String name : all) {
            // Both kinds of ids may hold a slash, but a room's id begins with its sigil.
            if (accounts.stream().noneMatch(account -> name.startsWith(PREFIX + account + "/!"))) {
                texts.remove(name);
                memory.forget(name);
            }
        }
    }

    private static String name(String account, String room) {
        return PREFIX + account + "/" + room;
    }
}
