package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomEvent;
import java.util.Optional;
import java.util.Set;

/** Which events a timeline shows. */
public final class Shown {

    private static final Set<String> MESSAGES = Set.of("m.room.message", "m.room.encrypted", "m.sticker");

    private static final Set<String> HAPPENINGS = Set.of(
            "m.room.member", "m.room.name", "m.room.topic", "m.room.encryption", "m.room.create");

    private Shown() {}

    /** Whether the type is that of something that somebody said. */
    public static boolean isMessage(String type) {
        return MESSAGES.contains(type);
    }

    static boolean isShown(RoomEvent event) {
        if (event.stateKey().isPresent()) {
            return HAPPENINGS.contains(event.type()) && !changesNothing(event);
        }
        return isShown(event.type(), event.content());
    }

    /** Whether what was said is an entry of its own: an edit is not, it changes another. */
    public static boolean isShown(String type, JsonObject content) {
        return isMessage(type) && edited(content).isEmpty();
    }

    /** The id of the event that this content replaces (spec, section "Event replacements"). */
    static Optional<String> edited(JsonObject content) {
        JsonObject relation = content.at("m.relates_to");
        return relation.string("rel_type").filter("m.replace"::equals).flatMap(type -> relation.string("event_id"));
    }

    /** A member event without news: say, a new avatar. */
    private static boolean changesNothing(RoomEvent event) {
        JsonObject now = event.content();
        JsonObject before = event.previousContent();
        return event.type().equals("m.room.member")
                && now.string("membership").equals(before.string("membership"))
                && now.string("displayname").equals(before.string("displayname"));
    }
}
