package chat.pando.relay.sync;

import chat.pando.relay.json.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is in a room, in short, for clients that name rooms after their members. */
final class RoomSummary {

    private static final int HEROES = 5;

    private RoomSummary() {
    }

    static ObjectNode of(Window window, String roomId) {
        ObjectNode summary = Json.object().put("m.joined_member_count", 0).put("m.invited_member_count", 0);
        window.handle().select("select membership, count(*) from memberships where room_id = ? "
                        + "and membership in ('join', 'invite') group by membership", roomId)
                .map((row, context) -> summary.put(
                        row.getString(1).equals("join") ? "m.joined_member_count" : "m.invited_member_count",
                        row.getLong(2))).list();
        ArrayNode heroes = summary.putArray("m.heroes");
        List<String> present = heroes(window, roomId, "join", "invite");
        (present.isEmpty() ? heroes(window, roomId, "leave", "ban") : present).forEach(heroes::add);
        return summary;
    }

    private static List<String> heroes(Window window, String roomId, String one, String other) {
        return window.handle().select("select user_id from memberships where room_id = ? and membership in (?, ?) "
                + "and user_id <> ? order by position limit ?", roomId, one, other, window.userId(), HEROES)
                .mapTo(String.class).list();
    }
}
