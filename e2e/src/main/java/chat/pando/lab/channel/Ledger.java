package chat.pando.lab.channel;

import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.State;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * What truly happened: every message with what its sender had seen when it was written, when each client stored and
 * showed it, and what its sender was told of it, all by one clock.
 */
final class Ledger {

    private final List<Message> messages = new ArrayList<>();
    private final List<Display> displays = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();

    Ledger(int clients) {
        for (int i = 0; i < clients; i++) {
            displays.add(new Display());
        }
    }

    int clients() {
        return displays.size();
    }

    /** Somebody writes a message now. */
    synchronized Message writes(int client, int length) {
        BitSet causes = (BitSet) displays.get(client).seen.clone();
        int number = messages.size();
        Message message = new Message(
                number, client, Message.text(number, length), System.nanoTime(), causes, clients());
        messages.add(message);
        return message;
    }

    synchronized void taken(Message message, Message.Taking taking) {
        message.taking = taking;
        notifyAll();
    }

    /** A client has the message on its disk, readable. To be called before its core can tell anybody. */
    synchronized void stored(int client, int number) {
        if (number < messages.size() && messages.get(number).storedAt[client] == 0) {
            messages.get(number).storedAt[client] = System.nanoTime();
        }
    }

    /** A core has logged a fault. */
    synchronized void fault(String words) {
        faults.merge(words, 1, Integer::sum);
    }

    /** A client shows this, from top to bottom. */
    synchronized void shows(int client, Collection<TimelineItem> items, boolean more) {
        Display display = displays.get(client);
        display.shows(items, more, (number, item, first, excused) -> {
            Message message = messages.get(number);
            if (first) {
                message.shownAt[client] = System.nanoTime();
                if (!excused) {
                    unseen(message, display).ifPresent(cause -> display.early.put(number, cause));
                }
            }
            if (message.sender == client) {
                stands(message, item);
            }
        });
        notifyAll();
    }

    /** What its sender had seen and this client hasn't. What has failed never comes, and nobody has to wait for it. */
    private Optional<Integer> unseen(Message message, Display display) {
        BitSet unseen = (BitSet) message.causes.clone();
        unseen.andNot(display.seen);
        return unseen.stream().boxed().filter(cause -> !messages.get(cause).hasFailed()).findFirst();
    }

    private void stands(Message message, TimelineItem item) {
        message.standing = Optional.of(item.state());
        message.eventId = item.eventId().or(() -> message.eventId);
        message.failure = item.failure().map(problem -> problem.code().name());
        if (item.state() == State.DELIVERED && !message.saidDelivered) {
            message.saidDelivered = true;
            without(message).forEach(client -> message.falseClaims.add(
                    message + " was called delivered when client " + client + " hadn't got it"));
        }
        if (item.state() == State.READ && !message.saidRead) {
            message.saidRead = true;
            if (without(message).size() == clients() - 1) {
                message.falseClaims.add(message + " was called read when nobody had got it");
            }
        }
    }

    /** Those who don't have the message on their disks. */
    private List<Integer> without(Message message) {
        List<Integer> clients = new ArrayList<>();
        for (int client = 0; client < clients(); client++) {
            if (client != message.sender && message.storedAt[client] == 0) {
                clients.add(client);
            }
        }
        return clients;
    }

    /** How many places there still are where a message must come to and hasn't. */
    synchronized long outstanding() {
        return messages.stream().mapToLong(message -> {
            if (message.taking == Message.Taking.OPEN || message.mustArrive() && !message.isOut()) {
                return clients();
            }
            return message.mustArrive() ? missing(message).size() : 0;
        }).sum();
    }

    /** Waits until nothing is outstanding, or until for so long nothing has come. */
    synchronized void awaitArrival(long patienceMillis) throws InterruptedException {
        long before = Long.MAX_VALUE;
        long deadline = 0;
        for (long left = outstanding(); left > 0; left = outstanding()) {
            long now = System.nanoTime();
            if (left < before) {
                before = left;
                deadline = now + patienceMillis * 1_000_000;
            }
            if (now >= deadline) {
                return;
            }
            wait(Math.max(1, (deadline - now) / 1_000_000));
        }
    }

    /** Waits until something is so, or until that takes too long. */
    synchronized void awaitUntil(BooleanSupplier condition, long patienceMillis) throws InterruptedException {
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        for (long left = patienceMillis; left > 0 && !condition.getAsBoolean();
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** The clients that don't show a message that they should. */
    synchronized List<Integer> missing(Message message) {
        List<Integer> clients = new ArrayList<>();
        for (int client = 0; client < clients(); client++) {
            if (!displays.get(client).has(message.number)) {
                clients.add(client);
            }
        }
        return clients;
    }

    /** A client has loaded all there is, and shows this: now it can be said what stands in the wrong place. */
    synchronized void endsWith(int client, List<TimelineItem> items) {
        shows(client, items, false);
        BitSet above = new BitSet();
        Display display = displays.get(client);
        new Display().shows(items, false, (number, item, first, excused) -> {
            BitSet misplaced = (BitSet) messages.get(number).causes.clone();
            misplaced.andNot(above);
            misplaced.stream().filter(display::has).findFirst().ifPresent(cause -> display.early.put(number, cause));
            above.set(number);
        });
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    Display display(int client) {
        return displays.get(client);
    }

    synchronized Map<String, Integer> faults() {
        return Map.copyOf(faults);
    }
}
