package chat.pando.relay.rooms;

import chat.pando.relay.db.Database;
import chat.pando.relay.events.Draft;
import chat.pando.relay.events.Event;
import chat.pando.relay.events.StoredState;
import chat.pando.relay.events.Timeline;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** Names and pictures of users, which their memberships repeat in every room. */
public final class Profiles {

    private static final Map<String, String> COLUMNS =
            Map.of("displayname", "display_name", "avatar_url", "avatar_url");
    private static final int MAX_NAME_CHARS = 256;
    private static final int MAX_URL_CHARS = 1000;

    private final Database database;
    private final Timeline timeline;

    public Profiles(Database database, Timeline timeline) {
        this.database = database;
        this.timeline = timeline;
    }

    public ObjectNode get(String userId) {
        return database.read(handle -> find(handle, userId)).orElseThrow(() -> MatrixError.notFound("No such user"));
    }

    /** One field of a profile; an object without it when it is not set. */
    public ObjectNode get(String userId, String field) {
        requireField(field);
        return get(userId).retain(field);
    }

    /** Sets or, with an empty value, clears a field, and repeats it in every room the user is in. */
    public void set(String userId, String field, Optional<String> value) {
        requireField(field);
        if (value.filter(text -> text.length() > (field.equals("displayname") ? MAX_NAME_CHARS : MAX_URL_CHARS))
                .isPresent()) {
            throw MatrixError.invalidParam("'" + field + "' is too long");
        }
        List<String> rooms = database.write(handle -> {
            handle.execute("update users set " + COLUMNS.get(field) + " = ? where user_id = ?", value.orElse(null),
                    userId);
            return handle.select("select room_id from memberships where user_id = ? and membership = 'join'", userId)
                    .mapTo(String.class).list();
        });
        // A transaction for each room, so that no room waits for another.
        rooms.forEach(roomId -> database.change(handle -> repeat(handle, roomId, userId)));
    }

    /** Content for a member event that carries the user's profile. */
    public ObjectNode memberContent(Handle handle, String userId, String membership) {
        ObjectNode content = Json.object().put("membership", membership);
        find(handle, userId).ifPresent(content::setAll);
        return content;
    }

    /** Users whose id or name contains a text. */
    public ObjectNode search(String searcher, String term, int limit) {
        String pattern = "%" + term.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%")
                .replace("_", "\\_") + "%";
        List<ObjectNode> found = database.read(handle -> handle.select("select user_id, display_name, avatar_url "
                        + "from users where (lower(user_id) like ? or lower(display_name) like ?) and user_id <> ? "
                        + "order by user_id limit ?", pattern, pattern, searcher, limit + 1)
                .map((row, context) -> {
                    ObjectNode user = Json.object().put("user_id", row.getString(1));
                    Optional.ofNullable(row.getString(2)).ifPresent(name -> user.put("display_name", name));
                    Optional.ofNullable(row.getString(3)).ifPresent(url -> user.put("avatar_url", url));
                    return user;
                }).list());
        ObjectNode answer = Json.object().put("limited", found.size() > limit);
        found.stream().limit(limit).forEach(answer.putArray("results")::add);
        return answer;
    }

    private void repeat(Handle handle, String roomId, String userId) {
        Timeline.lock(handle, roomId);
        Optional<Event> member = StoredState.now(handle, roomId).get(Event.MEMBER, userId)
                .filter(event -> event.membership().equals(Optional.of("join")));
        if (member.isEmpty()) {
            return;
        }
        ObjectNode content = member.get().content().deepCopy();
        COLUMNS.keySet().forEach(content::remove);
        find(handle, userId).ifPresent(content::setAll);
        timeline.setState(handle, Draft.state(roomId, userId, Event.MEMBER, userId, content));
    }

    private static Optional<ObjectNode> find(Handle handle, String userId) {
        return handle.select("select display_name, avatar_url from users where user_id = ?", userId)
                .map((row, context) -> {
                    ObjectNode profile = Json.object();
                    Optional.ofNullable(row.getString(1)).ifPresent(name -> profile.put("displayname", name));
                    Optional.ofNullable(row.getString(2)).ifPresent(url -> profile.put("avatar_url", url));
                    return profile;
                }).findOne();
    }

    private static void requireField(String field) {
        if (!COLUMNS.containsKey(field)) {
            throw MatrixError.unrecognized(404);
        }
    }
}
