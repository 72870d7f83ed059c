package chat.pando.tab.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Messages that were handed to the core and aren't yet known to be durable there.
 *
 * <p>They outlive a reload of the page and are then handed over again under the same id, which the core carries out
 * once: so pressing Enter a moment before a crash neither loses a message nor sends it twice.
 */
public final class Unsent {

    private static final String PREFIX = "pando.unsent/";
    private static final String DOUBTFUL = "pando.doubtful/";
    private static final int DIGITS = 8;

    private final Memory memory;
    private int next;

    public Unsent(Memory memory) {
        this.memory = memory;
        for (String name : memory.names(PREFIX)) {
            next = Math.max(next, number(name) + 1);
        }
    }

    /**
     * A message on its way to the core.
     *
     * @param id the call's id
     */
    public record Message(String id, String account, String room, String body) {}

    /** Whether there was room to remember it. */
    public boolean add(Message message) {
        String digits = String.valueOf(next++);
        String name = PREFIX + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits + "/" + message.id();
        return memory.write(name, message.account() + "\n" + message.room() + "\n" + message.body());
    }

    public void remove(String id) {
        for (String name : memory.names(PREFIX)) {
            if (name.endsWith("/" + id)) {
                memory.forget(name);
            }
        }
    }

    /** The core was lost before it said whether it has the message; the text is a draft of its room again. */
    public void keepDoubtful(Message message) {
        memory.write(doubtful(message.account(), message.room()), message.id() + "\n" + message.body());
    }

    /** The message that the draft of a room was, where the core may have it; no longer kept. */
    public Optional<Message> takeDoubtful(String account, String room) {
        String name = doubtful(account, room);
        Optional<Message> message = memory.read(name)
                .map(value -> value.split("\n", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Message(parts[0], account, room, parts[1]));
        memory.forget(name);
        return message;
    }

    private static String doubtful(String account, String room) {
        return DOUBTFUL + account + "/" + room;
    }

    /** All messages, in the order in which they were written. */
    public List<Message> all() {
        List<Message> messages = new ArrayList<>();
        for (String name : memory.names(PREFIX)) {
            memory.read(name).flatMap(value -> read(name, value)).ifPresent(messages::add);
        }
        return messages;
    }

    /** Forgets the messages of accounts that are signed out. */
    public void forgetAllBut(Collection<String> accounts) {
        for (String name : memory.names(PREFIX)) {
            Optional<Message> message = memory.read(name).flatMap(value -> read(name, value));
            if (message.filter(kept -> accounts.contains(kept.account())).isEmpty()) {
                memory.forget(name);
            }
        }
        for (String name : memory.names(DOUBTFUL)) {
            // Both kinds of ids may hold a slash, but a room's id begins with its sigil.
            if (accounts.stream().noneMatch(account -> name.startsWith(DOUBTFUL + account + "/!"))) {
                memory.forget(name);
            }
        }
    }

    private static Optional<Message> read(String name, String value) {
        String[] parts = value.split("\n", 3);
        return parts.length == 3
                ? Optional.of(new Message(name.substring(name.lastIndexOf('/') + 1), parts[0], parts[1], parts[2]))
                : Optional.empty();
    }

    private static int number(String name) {
        String digits = name.substring(PREFIX.length(), Math.max(PREFIX.length(), name.lastIndexOf('/')));
        return digits.matches("[0-9]{1,8}") ? Integer.parseInt(digits) : 0;
    }
}
