package chat.pando.core.view;

import chat.pando.store.TimelineRow;
import java.util.Optional;

/** What a state event says, as a sentence about who did what. People are named by their ids, which nobody can fake. */
final class Sentence {

    private Sentence() {}

    static Optional<String> of(TimelineRow row) {
        String who = row.sender().value();
        return switch (row.type()) {
            case "m.room.create" -> Optional.of(who + " created the room");
            case "m.room.name" -> Optional.of(named(row, who));
            case "m.room.topic" -> Optional.of(who + " changed the topic");
            case "m.room.encryption" -> Optional.of(who + " turned on end-to-end encryption");
            case "m.room.member" -> membership(row, who, row.stateKey().orElse(""));
            default -> Optional.empty();
        };
    }

    private static String named(TimelineRow row, String who) {
        String name = row.content().string("name").orElse("");
        return name.strip().isEmpty() ? who + " removed the room's name" : who + " named the room “" + name + "”";
    }

    private static Optional<String> membership(TimelineRow row, String who, String whom) {
        String before = row.previous().string("membership").orElse("leave");
        boolean own = who.equals(whom);
        return switch (row.content().string("membership").orElse("")) {
            case "join" -> Optional.of(before.equals("join") ? renamed(row, whom) : whom + " joined");
            case "invite" -> Optional.of(who + " invited " + whom);
            case "leave" -> Optional.of(own ? departed(before, whom) : removed(before, who, whom));
            case "ban" -> Optional.of(who + " banned " + whom);
            case "knock" -> Optional.of(whom + " asks to join");
            default -> Optional.empty();
        };
    }

    private static String renamed(TimelineRow row, String whom) {
        Optional<String> name = row.content().string("displayname").filter(text -> !text.strip().isEmpty());
        return name.map(now -> whom + " is now called “" + now + "”").orElse(whom + " removed their name");
    }

    private static String departed(String before, String whom) {
        return before.equals("invite") ? whom + " declined the invitation" : whom + " left";
    }

    private static String removed(String before, String who, String whom) {
        return switch (before) {
            case "ban" -> who + " unbanned " + whom;
            case "invite" -> who + " took back the invitation of " + whom;
            default -> who + " removed " + whom;
        };
    }
}
