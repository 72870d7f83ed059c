package chat.pando.relay.sync;

import chat.pando.relay.json.Json;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many messages of a room the user has not read.
 *
 * <p>Counted by the default push rules: each message notifies; one that names the user in {@code m.mentions}
 * highlights. What is encrypted can only be counted.
 */
final class UnreadCount {

    private static final int MOST = 1000;

    private UnreadCount() {
    }

    static ObjectNode of(Window window, String roomId) {
        long read = window.handle().select("select greatest("
                        + "coalesce((select max(e.position) from receipts r join events e using (event_id) "
                        + "where r.room_id = ? and r.user_id = ?), 0), "
                        + "coalesce((select max(position) from events where room_id = ? and sender = ? "
                        + "and state_key is null), 0), "
                        + "coalesce((select position from memberships where room_id = ? and user_id = ?), 0))",
                roomId, window.userId(), roomId, window.userId(), roomId, window.userId()).mapTo(Long.class).one();
        String quoted = '"' + window.userId() + '"';
        String mention = "%" + Pattern.compile("[\\\\%_]").matcher(quoted).replaceAll("\\\\$0") + "%";
        return window.handle().select("select count(*), count(*) filter (where content like '%\"m.mentions\"%' "
                        + "and content like ?) from (select content from events where room_id = ? and position > ? "
                        + "and position <= ? and type in ('m.room.message', 'm.room.encrypted') and sender <> ? "
                        + "and redacted_by is null limit ?) as unread",
                        mention, roomId, read, window.upTo(), window.userId(), MOST)
                .map((row, context) -> Json.object().put("notification_count", row.getLong(1))
                        .put("highlight_count", row.getLong(2))).one();
    }
}
