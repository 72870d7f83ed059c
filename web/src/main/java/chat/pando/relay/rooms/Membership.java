package chat.pando.relay.rooms;

import chat.pando.relay.accounts.Accounts;
import chat.pando.relay.db.Database;
import chat.pando.relay.events.Draft;
import chat.pando.relay.events.Event;
import chat.pando.relay.events.StoredState;
import chat.pando.relay.events.Timeline;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Coming into rooms and leaving them. */
public final class Membership {

    private final Database database;
    private final Timeline timeline;
    private final Profiles profiles;

    public Membership(Database database, Timeline timeline, Profiles profiles) {
        this.database = database;
        this.timeline = timeline;
        this.profiles = profiles;
    }

    public void join(String userId, String roomId, Optional<String> reason) {
        database.change(handle -> {
            requireExists(handle, roomId);
            Timeline.lock(handle, roomId);
            if (StoredState.now(handle, roomId).membership(userId).equals("join")) {
                return;
            }
            send(handle, roomId, userId, userId, profiles.memberContent(handle, userId, "join"), reason);
        });
    }

    /** Leaves a room or declines an invitation; leaving once more changes nothing. */
    public void leave(String userId, String roomId, Optional<String> reason) {
        database.change(handle -> {
            requireExists(handle, roomId);
            Timeline.lock(handle, roomId);
            Optional<Event> member = StoredState.now(handle, roomId).get(Event.MEMBER, userId);
            if (member.flatMap(Event::membership).filter("leave"::equals).isPresent()) {
                return;
            }
            send(handle, roomId, userId, userId, Json.object().put("membership", "leave"), reason);
        });
    }

    public void invite(String sender, String roomId, String target, Optional<String> reason) {
        database.change(handle -> {
            Timeline.lock(handle, roomId);
            Access.requireJoined(handle, roomId, sender);
            Accounts.requireExists(handle, target);
            if (StoredState.now(handle, roomId).membership(target).equals("invite")) {
                return;
            }
            send(handle, roomId, sender, target, profiles.memberContent(handle, target, "invite"), reason);
        });
    }

    public void kick(String sender, String roomId, String target, Optional<String> reason) {
        database.change(handle -> {
            Timeline.lock(handle, roomId);
            Access.requireJoined(handle, roomId, sender);
            String now = StoredState.now(handle, roomId).membership(target);
            if (now.equals("leave") || now.equals("ban")) {
                throw MatrixError.forbidden("That user is not in the room");
            }
            send(handle, roomId, sender, target, Json.object().put("membership", "leave"), reason);
        });
    }

    public void ban(String sender, String roomId, String target, Optional<String> reason) {
        database.change(handle -> {
            Timeline.lock(handle, roomId);
            send(handle, roomId, sender, target, Json.object().put("membership", "ban"), reason);
        });
    }

    public void unban(String sender, String roomId, String target, Optional<String> reason) {
        database.change(handle -> {
            Timeline.lock(handle, roomId);
            Access.requireJoined(handle, roomId, sender);
            if (!StoredState.now(handle, roomId).membership(target).equals("ban")) {
                throw MatrixError.forbidden("That user is not banned");
            }
            send(handle, roomId, sender, target, Json.object().put("membership", "leave"), reason);
        });
    }

    /** Takes a room one has left out of sight. */
    public void forget(String userId, String roomId) {
        database.change(handle -> {
            String now = handle.select("select membership from memberships where room_id = ? and user_id = ?", roomId,
                    userId).mapTo(String.class).findOne().orElseThrow(() -> MatrixError.notFound("Unknown room"));
            if (!now.equals("leave") && !now.equals("ban")) {
                throw MatrixError.unknown("You are still in this room");
            }
            handle.execute("update memberships set forgotten = true where room_id = ? and user_id = ?", roomId,
                    userId);
        });
    }

    public ObjectNode joinedRooms(String userId) {
        List<String> rooms = database.read(handle -> handle.select("select room_id from memberships "
                + "where user_id = ? and membership = 'join' order by room_id", userId).mapTo(String.class).list());
        ArrayNode ids = Json.array();
        rooms.forEach(ids::add);
        return Json.object().set("joined_rooms", ids);
    }

    private static void requireExists(Handle handle, String roomId) {
        handle.select("select 1 from rooms where room_id = ?", roomId).mapTo(Integer.class).findOne()
                .orElseThrow(() -> MatrixError.notFound("Unknown room"));
    }

    private void send(Handle handle, String roomId, String sender, String target, ObjectNode content,
                      Optional<String> reason) {
        reason.ifPresent(text -> content.put("reason", text));
        timeline.append(handle, Draft.state(roomId, sender, Event.MEMBER, target, content));
    }
}
