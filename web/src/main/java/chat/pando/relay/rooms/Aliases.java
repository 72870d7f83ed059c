package chat.pando.relay.rooms;

import chat.pando.relay.db.Database;
import chat.pando.relay.events.Event;
import chat.pando.relay.events.StoredState;
import chat.pando.relay.ids.ServerName;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The names by which rooms are found. */
public final class Aliases {

    private final Database database;
    private final ServerName server;

    public Aliases(Database database, ServerName server) {
        this.database = database;
        this.server = server;
    }

    public ObjectNode resolve(String alias) {
        String roomId = database.read(handle -> find(handle, requireAlias(alias)))
                .orElseThrow(() -> MatrixError.notFound("Room alias not found"));
        ObjectNode answer = Json.object().put("room_id", roomId);
        answer.putArray("servers").add(server.value());
        return answer;
    }

    /** The room that an id or an alias means. */
    public String roomOf(String idOrAlias) {
        return idOrAlias.startsWith("#") ? resolve(idOrAlias).path("room_id").stringValue() : idOrAlias;
    }

    public void create(String userId, String alias, String roomId) {
        requireAlias(alias);
        database.change(handle -> {
            Access.requireJoined(handle, roomId, userId);
            if (!add(handle, alias, roomId, userId)) {
                throw new MatrixError(409, "M_UNKNOWN", "Room alias already exists");
            }
        });
    }

    /** Adds an alias; false when it is taken. */
    static boolean add(Handle handle, String alias, String roomId, String creator) {
        return handle.execute("insert into aliases (alias, room_id, creator) values (?, ?, ?) on conflict do nothing",
                alias, roomId, creator) > 0;
    }

    public void delete(String userId, String alias) {
        database.change(handle -> {
            Optional<Owned> owned = handle.select("select room_id, creator from aliases where alias = ?", alias)
                    .map((row, context) -> new Owned(row.getString(1), row.getString(2))).findOne();
            Owned found = owned.orElseThrow(() -> MatrixError.notFound("Room alias not found"));
            if (!found.creator().equals(userId) && !mayRename(handle, found.roomId(), userId)) {
                throw MatrixError.forbidden("You cannot delete this alias");
            }
            handle.execute("delete from aliases where alias = ?", alias);
        });
    }

    public ObjectNode list(String userId, String roomId) {
        return database.read(handle -> {
            Access.toRead(handle, roomId, userId);
            ArrayNode aliases = Json.array();
            handle.select("select alias from aliases where room_id = ? order by alias", roomId).mapTo(String.class)
                    .forEach(aliases::add);
            return Json.object().<ObjectNode>set("aliases", aliases);
        });
    }

    private static boolean mayRename(Handle handle, String roomId, String userId) {
        StoredState state = StoredState.now(handle, roomId);
        return state.membership(userId).equals("join")
                && state.powerLevels().user(userId) >= state.powerLevels().toSend(Event.CANONICAL_ALIAS, true);
    }

    private static Optional<String> find(Handle handle, String alias) {
        return handle.select("select room_id from aliases where alias = ?", alias).mapTo(String.class).findOne();
    }

    private String requireAlias(String alias) {
        if (!alias.startsWith("#") || !server.isOurs(alias)) {
            throw alias.startsWith("#") && alias.indexOf(':') > 0
                    ? MatrixError.notFound("Room alias not found") : MatrixError.invalidParam("Not a room alias");
        }
        return alias;
    }

    private record Owned(String roomId, String creator) {
    }
}
