package chat.pando.relay.rooms;

import chat.pando.relay.events.Event;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A ready-made set of rules for a new room. */
enum Preset {

    PRIVATE("invite", "can_join"), TRUSTED_PRIVATE("invite", "can_join"), PUBLIC("public", "forbidden");

    private final String joinRule;
    private final String guestAccess;

    Preset(String joinRule, String guestAccess) {
        this.joinRule = joinRule;
        this.guestAccess = guestAccess;
    }

    /** The preset a request names, or that follows from the visibility it asks for. */
    static Preset of(ObjectNode request) {
        String visibility = Fields.text(request, "visibility").orElse("private");
        String name = Fields.text(request, "preset")
                .orElse(visibility.equals("public") ? "public_chat" : "private_chat");
        return switch (name) {
            case "private_chat" -> PRIVATE;
            case "trusted_private_chat" -> TRUSTED_PRIVATE;
            case "public_chat" -> PUBLIC;
            default -> throw MatrixError.invalidParam("Unknown preset");
        };
    }

    /** State content by event type, all with the empty state key. */
    Map<String, ObjectNode> state() {
        Map<String, ObjectNode> state = new LinkedHashMap<>();
        state.put(Event.JOIN_RULES, Json.object().put("join_rule", joinRule));
        state.put(Event.HISTORY_VISIBILITY, Json.object().put("history_visibility", "shared"));
        state.put(Event.GUEST_ACCESS, Json.object().put("guest_access", guestAccess));
        return state;
    }
}
