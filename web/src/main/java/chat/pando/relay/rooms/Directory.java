package chat.pando.relay.rooms;

import chat.pando.relay.db.Database;
import chat.pando.relay.events.Event;
import chat.pando.relay.events.StoredState;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of rooms that anybody may find. */
public final class Directory {

    private static final int MOST = 100;

    private final Database database;

    public Directory(Database database) {
        this.database = database;
    }

    public String visibility(String roomId) {
        return database.read(handle -> handle.select("select published from rooms where room_id = ?", roomId)
                .mapTo(Boolean.class).findOne()).map(published -> published ? "public" : "private")
                .orElseThrow(() -> MatrixError.notFound("Unknown room"));
    }

    public void publish(String userId, String roomId, String visibility) {
        if (!visibility.equals("public") && !visibility.equals("private")) {
            throw MatrixError.invalidParam("Unknown visibility");
        }
        database.change(handle -> {
            Access.requireJoined(handle, roomId, userId);
            StoredState state = StoredState.now(handle, roomId);
            if (state.powerLevels().user(userId) < state.powerLevels().toSend(Event.CANONICAL_ALIAS, true)) {
                throw MatrixError.forbidden("Your power level is too low to publish this room");
            }
            handle.execute("update rooms set published = ? where room_id = ?", visibility.equals("public"), roomId);
        });
    }

    /** The published rooms, the fullest first, from where the last answer ended. */
    public ObjectNode search(Optional<Long> limit, Optional<String> since, Optional<String> term) {
        int offset = since.filter(text -> text.matches("\\d{1,6}")).map(Integer::parseInt).orElse(0);
        int most = limit.map(wanted -> (int) Math.min(MOST, wanted)).orElse(MOST);
        return database.read(handle -> {
            List<ObjectNode> rooms = handle.select("select room_id, (select count(*) from memberships m "
                            + "where m.room_id = rooms.room_id and membership = 'join') as members from rooms "
                            + "where published order by members desc, room_id")
                    .map((row, context) -> describe(handle, row.getString(1), row.getLong(2))).list().stream()
                    .filter(room -> term.isEmpty() || mentions(room, term.get())).toList();
            ObjectNode answer = Json.object().put("total_room_count_estimate", rooms.size());
            ArrayNode chunk = answer.putArray("chunk");
            rooms.stream().skip(offset).limit(most).forEach(chunk::add);
            if (offset + most < rooms.size()) {
                answer.put("next_batch", Integer.toString(offset + most));
            }
            if (offset > 0) {
                answer.put("prev_batch", Integer.toString(Math.max(0, offset - most)));
            }
            return answer;
        });
    }

    private static ObjectNode describe(Handle handle, String roomId, long members) {
        StoredState state = StoredState.now(handle, roomId);
        ObjectNode room = Json.object().put("room_id", roomId).put("num_joined_members", members)
                .put("world_readable", content(state, Event.HISTORY_VISIBILITY, "history_visibility")
                        .filter("world_readable"::equals).isPresent())
                .put("guest_can_join", content(state, Event.GUEST_ACCESS, "guest_access").filter("can_join"::equals)
                        .isPresent())
                .put("join_rule", state.joinRule());
        content(state, Event.NAME, "name").ifPresent(name -> room.put("name", name));
        content(state, Event.TOPIC, "topic").ifPresent(topic -> room.put("topic", topic));
        content(state, Event.AVATAR, "url").ifPresent(url -> room.put("avatar_url", url));
        content(state, Event.CANONICAL_ALIAS, "alias").ifPresent(alias -> room.put("canonical_alias", alias));
        return room;
    }

    private static Optional<String> content(StoredState state, String type, String field) {
        return state.get(type, "").map(event -> event.content().path(field).asString(""))
                .filter(text -> !text.isEmpty());
    }

    private static boolean mentions(ObjectNode room, String term) {
        String wanted = term.toLowerCase(Locale.ROOT);
        return List.of("name", "topic", "canonical_alias").stream()
                .anyMatch(field -> room.path(field).asString("").toLowerCase(Locale.ROOT).contains(wanted));
    }
}
