package chat.pando.lab.walk;

import chat.pando.e2e.law.Breach;
import chat.pando.e2e.law.Law;
import chat.pando.lab.drive.Glance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people did and what tabs have shown of it. */
final class Ledger {

    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Map<String, Message> messages = new LinkedHashMap<>();

    void asked(Room room) {
        rooms.put(room.name(), room);
    }

    void wrote(Message message) {
        messages.put(message.text(), message);
    }

    List<Room> rooms() {
        return List.copyOf(rooms.values());
    }

    int written() {
        return messages.size();
    }

    List<Message> in(Room room) {
        return messages.values().stream().filter(message -> message.room().equals(room.name())).toList();
    }

    /** Takes in what a tab showed, and tells what must never show. */
    List<Breach> saw(Glance glance) {
        for (String name : glance.rooms()) {
            Optional.ofNullable(rooms.get(name)).filter(room -> room.creator().equals(glance.account()))
                    .ifPresent(room -> room.enters(glance.account()));
        }
        Optional.ofNullable(rooms.get(glance.room())).filter(room -> glance.canWrite())
                .ifPresent(room -> room.enters(glance.account()));
        return saw(glance.account(), glance.messages());
    }

    List<Breach> saw(String account, List<Glance.Shown> shown) {
        List<Breach> breaches = new ArrayList<>();
        Map<String, Glance.Shown> once = new LinkedHashMap<>();
        for (Glance.Shown article : shown) {
            find(article).ifPresent(message -> {
                if (message.sender().equals(account)) {
                    message.sawIt();
                }
                Glance.Shown earlier = once.putIfAbsent(message.text(), article);
                if (earlier != null) {
                    breaches.add(new Breach(Law.NOTHING_DOUBLED, message.text() + " shows twice to " + account + ": "
                            + earlier.eventId() + " " + earlier.state() + ", " + article.eventId() + " "
                            + article.state()));
                }
            });
        }
        return breaches;
    }

    /** The message that an entry of a timeline shows; its text stands between brackets, so none contains another. */
    Optional<Message> find(Glance.Shown article) {
        int from = article.text().indexOf('[');
        int to = article.text().indexOf(']', from + 1);
        return from < 0 || to < 0 ? Optional.empty()
                : Optional.ofNullable(messages.get(article.text().substring(from, to + 1)));
    }
}
