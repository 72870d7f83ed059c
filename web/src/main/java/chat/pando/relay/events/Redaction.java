package chat.pando.relay.events;

import chat.pando.relay.json.Json;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What a redacted event's content keeps (room versions 10 and 11, "Redactions"). */
final class Redaction {

    private static final Map<String, Set<String>> KEPT = Map.of(
            Event.MEMBER, Set.of("membership", "join_authorised_via_users_server"),
            Event.JOIN_RULES, Set.of("join_rule", "allow"),
            Event.HISTORY_VISIBILITY, Set.of("history_visibility"));
    private static final Set<String> LEVELS = Set.of("ban", "events", "events_default", "kick", "redact",
            "state_default", "users", "users_default");

    private Redaction() {
    }

    static ObjectNode prune(String roomVersion, String type, ObjectNode content) {
        boolean is11 = roomVersion.equals("11");
        if (type.equals(Event.CREATE)) {
            return is11 ? content.deepCopy() : keep(content, Set.of("creator"));
        }
        if (type.equals(Event.POWER_LEVELS)) {
            ObjectNode kept = keep(content, LEVELS);
            if (is11 && content.has("invite")) {
                kept.set("invite", content.get("invite"));
            }
            return kept;
        }
        if (type.equals(Event.REDACTION) && is11) {
            return keep(content, Set.of("redacts"));
        }
        return keep(content, KEPT.getOrDefault(type, Set.of()));
    }

    private static ObjectNode keep(ObjectNode content, Set<String> names) {
        ObjectNode kept = Json.object();
        for (String name : names) {
            if (content.has(name)) {
                kept.set(name, content.get(name));
            }
        }
        return kept;
    }
}
