package chat.pando.relay.events;

import static chat.pando.relay.events.AuthRules.requireThat;

import chat.pando.relay.json.MatrixError;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether new power levels are well-formed and within the sender's own: rule 9 of the authorization rules. */
final class PowerLevelRules {

    private static final List<String> LEVELS =
            List.of("users_default", "events_default", "state_default", "ban", "redact", "kick", "invite");

    private final RoomState state;
    private final PowerLevels levels;

    PowerLevelRules(RoomState state, PowerLevels levels) {
        this.state = state;
        this.levels = levels;
    }

    void check(Draft draft) {
        ObjectNode after = draft.content();
        checkShape(after);
        Optional<Event> present = state.get(Event.POWER_LEVELS, "");
        if (present.isEmpty()) {
            return;
        }
        ObjectNode before = present.get().content();
        long own = levels.user(draft.sender());
        LEVELS.forEach(name -> checkChange(before.path(name), after.path(name), own));
        checkMap(before.path("events"), after.path("events"), own);
        checkMap(before.path("notifications"), after.path("notifications"), own);
        checkUsers(before.path("users"), after.path("users"), draft.sender(), own);
    }

    private static void checkShape(ObjectNode content) {
        for (String name : LEVELS) {
            requireInteger(content.path(name));
        }
        for (String name : List.of("users", "events", "notifications")) {
            JsonNode map = content.path(name);
            if (!map.isMissingNode() && !map.isObject()) {
                throw MatrixError.badJson("'" + name + "' must be an object");
            }
            map.forEach(PowerLevelRules::requireInteger);
        }
        for (String userId : content.path("users").propertyNames()) {
            if (!userId.startsWith("@") || userId.indexOf(':') < 0) {
                throw MatrixError.badJson("'users' must be keyed by user ids");
            }
        }
    }

    private static void requireInteger(JsonNode level) {
        if (!level.isMissingNode() && !level.isIntegralNumber()) {
            throw MatrixError.badJson("Power levels must be integers");
        }
    }

    private static void checkMap(JsonNode before, JsonNode after, long own) {
        names(before, after).forEach(name -> checkChange(before.path(name), after.path(name), own));
    }

    private static void checkUsers(JsonNode before, JsonNode after, String sender, long own) {
        for (String userId : names(before, after)) {
            JsonNode was = before.path(userId);
            JsonNode becomes = after.path(userId);
            if (was.equals(becomes)) {
                continue;
            }
            requireThat(userId.equals(sender) || was.isMissingNode() || was.longValue() < own,
                    "You cannot change the level of somebody as powerful as you");
            checkChange(was, becomes, own);
        }
    }

    private static void checkChange(JsonNode was, JsonNode becomes, long own) {
        if (was.equals(becomes)) {
            return;
        }
        requireThat(!was.isIntegralNumber() || was.longValue() <= own, "You cannot change a level above your own");
        requireThat(!becomes.isIntegralNumber() || becomes.longValue() <= own,
                "You cannot set a level above your own");
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new HashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names;
    }
}
