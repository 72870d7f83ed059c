package chat.pando.relay.events;

import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an event may hold at most (Client-Server API, "Size limits"; appendices, "Canonical JSON"). */
final class EventLimits {

    private static final int MAX_EVENT_BYTES = 65_536;
    private static final int MAX_FIELD_BYTES = 255;
    private static final long MAX_INTEGER = (1L << 53) - 1;
    private static final int MAX_DEPTH = 200;

    private EventLimits() {
    }

    static void check(Draft draft, String eventId, long originServerTs) {
        checkField("type", draft.type());
        draft.stateKey().ifPresent(key -> checkField("state_key", key));
        checkValue(draft.content(), 0);
        ObjectNode whole = Json.object()
                .put("event_id", eventId)
                .put("room_id", draft.roomId())
                .put("sender", draft.sender())
                .put("type", draft.type())
                .put("origin_server_ts", originServerTs);
        draft.stateKey().ifPresent(key -> whole.put("state_key", key));
        draft.redacts().ifPresent(id -> whole.put("redacts", id));
        whole.set("content", draft.content());
        // The order of the keys, which canonical JSON fixes, does not change the length.
        if (Json.bytes(whole).length > MAX_EVENT_BYTES) {
            throw MatrixError.tooLarge("Event too large");
        }
    }

    private static void checkField(String name, String value) {
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_FIELD_BYTES) {
            throw MatrixError.tooLarge("'" + name + "' too large");
        }
    }

    private static void checkValue(JsonNode value, int depth) {
        if (depth > MAX_DEPTH) {
            throw MatrixError.badJson("Event nested too deeply");
        }
        if (value.isNumber() && !isCanonical(value)) {
            throw MatrixError.badJson("Number out of range or not an integer");
        }
        for (JsonNode child : value) {
            checkValue(child, depth + 1);
        }
    }

    private static boolean isCanonical(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong()
                && Math.abs(number.longValue()) <= MAX_INTEGER;
    }
}
