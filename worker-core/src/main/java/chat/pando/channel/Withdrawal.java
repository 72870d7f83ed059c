package chat.pando.channel;

import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;

/**
 * The event that takes a part back which the server has accepted already, as the outbox carries it: nobody sees it on
 * its way.
 */
public final class Withdrawal {

    public static final String REDACTION = "m.room.redaction";

    private static final String TARGET = "redacts";

    private Withdrawal() {}

    static JsonObject of(EventId event) {
        return JsonObject.builder().put(TARGET, event.value()).build();
    }

    /** The id of the event that is taken back. */
    static String target(JsonObject content) {
        return content.requireString(TARGET);
    }
}
