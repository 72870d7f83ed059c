package chat.pando.relay.accounts;

import chat.pando.relay.db.Database;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.log.Kind;
import chat.pando.relay.log.Log;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** What a user's clients store for each other, globally or about a room; global data has the empty room id. */
public final class AccountData {

    public static final String GLOBAL = "";
    private static final String TAGS = "m.tag";
    private static final Set<String> KEPT_BY_SERVER = Set.of("m.fully_read", "m.push_rules");

    private final Database database;

    public AccountData(Database database) {
        this.database = database;
    }

    /** Stores what a client asks to; what has an endpoint of its own is refused. */
    public void put(String userId, String roomId, String type, ObjectNode content) {
        if (KEPT_BY_SERVER.contains(type)) {
            throw new MatrixError(405, "M_BAD_JSON", "Cannot set this type through this API");
        }
        database.change(handle -> set(handle, userId, roomId, type, content));
    }

    public ObjectNode get(String userId, String roomId, String type) {
        return database.read(handle -> find(handle, userId, roomId, type))
                .orElseThrow(() -> MatrixError.notFound("Account data not found"));
    }

    /** A room's tags, as an {@code m.tag} event's content. */
    public ObjectNode tags(String userId, String roomId) {
        return database.read(handle -> find(handle, userId, roomId, TAGS)).orElseGet(AccountData::noTags);
    }

    /** Sets a tag or, without content, removes it. */
    public void setTag(String userId, String roomId, String tag, Optional<ObjectNode> content) {
        database.change(handle -> {
            handle.select("select 1 from users where user_id = ? for no key update", userId).mapTo(Integer.class).one();
            ObjectNode tags = find(handle, userId, roomId, TAGS).orElseGet(AccountData::noTags);
            ObjectNode byName = tags.withObjectProperty("tags");
            content.ifPresentOrElse(value -> byName.set(tag, value), () -> byName.remove(tag));
            set(handle, userId, roomId, TAGS, tags);
        });
    }

    private static ObjectNode noTags() {
        ObjectNode content = Json.object();
        content.putObject("tags");
        return content;
    }

    public static Optional<ObjectNode> find(Handle handle, String userId, String roomId, String type) {
        return handle.select("select content from account_data where user_id = ? and room_id = ? and type = ?", userId,
                roomId, type).mapTo(String.class).findOne().map(Json::stored);
    }

    public static void set(Handle handle, String userId, String roomId, String type, ObjectNode content) {
        long position = Log.append(handle, userId, Kind.ACCOUNT_DATA);
        handle.execute("insert into account_data (user_id, room_id, type, content, position) values (?, ?, ?, ?, ?) "
                        + "on conflict (user_id, room_id, type) do update set content = excluded.content, "
                        + "position = excluded.position", userId, roomId, type, Json.text(content), position);
    }
}
