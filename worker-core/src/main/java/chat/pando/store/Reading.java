package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import java.util.Optional;

/**
 * How far a room was read. Positions are texts; the empty text is before everything.
 *
 * @param own    up to where the person has read
 * @param others up to where anybody else has read
 * @param unsent the event up to which the server is still to be told that the person has read
 */
public record Reading(String own, String others, Optional<EventId> unsent) {

    public static final Reading NONE = new Reading("", "", Optional.empty());

    JsonObject encode() {
        return JsonObject.builder()
                .put("own", own)
                .put("others", others)
                .put("unsent", unsent.map(EventId::value))
                .build();
    }

    static Reading decode(JsonObject body) {
        return new Reading(
                body.requireString("own"), body.requireString("others"), body.string("unsent").map(EventId::new));
    }
}
