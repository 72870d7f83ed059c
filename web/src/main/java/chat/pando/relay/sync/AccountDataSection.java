package chat.pando.relay.sync;

import chat.pando.relay.json.Json;
import chat.pando.relay.rooms.EventFilter;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The account data of a sync, global or of one room. */
final class AccountDataSection {

    private AccountDataSection() {
    }

    /** Adds what was set after a position; answers whether there was any. */
    static boolean put(ObjectNode place, Window window, String roomId, long after, EventFilter filter) {
        ArrayNode events = place.putObject("account_data").putArray("events");
        List<ObjectNode> changed = window.handle().select("select type, content from account_data where user_id = ? "
                        + "and room_id = ? and position > ? and position <= ? order by position", window.userId(),
                        roomId, after, window.upTo())
                .map((row, context) -> {
                    ObjectNode event = Json.object().put("type", row.getString(1));
                    event.set("content", Json.stored(row.getString(2)));
                    return event;
                }).list();
        changed.stream().filter(event -> filter.wantsType(event.path("type").stringValue())).forEach(events::add);
        return !events.isEmpty();
    }
}
