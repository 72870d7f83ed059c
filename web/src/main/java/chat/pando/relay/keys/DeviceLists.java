package chat.pando.relay.keys;

import chat.pando.relay.log.Kind;
import chat.pando.relay.log.Log;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Whose devices or keys changed since when, and who is to be told (Client-Server API, "Tracking the device list"). */
public final class DeviceLists {

    private DeviceLists() {
    }

    /** Says that a user's devices, their keys or the user's cross-signing keys changed. */
    public static void changed(Handle handle, String userId) {
        long position = Log.append(handle, userId, Kind.DEVICE_LIST);
        handle.execute("insert into device_list_changes (position, user_id) values (?, ?)", position, userId);
        List<String> rooms = handle.select("select room_id from memberships where user_id = ? and membership = 'join' "
                + "order by room_id", userId).mapTo(String.class).list();
        rooms.forEach(roomId -> Log.append(handle, roomId, Kind.DEVICE_LIST));
    }

    /** Whose lists a reader has to fetch again, and whose it may forget, after one position and up to another. */
    public static Delta between(Handle handle, String userId, long after, long upTo) {
        Set<String> changed = new TreeSet<>(handle.select("select distinct user_id from device_list_changes "
                + "where position > ? and position <= ?", after, upTo).mapTo(String.class).list());
        changed.retainAll(sharing(handle, userId, changed));
        Set<String> left = new TreeSet<>();
        if (anybodyMoved(handle, after, upTo)) {
            changed.addAll(newlySharing(handle, userId, after, upTo));
            left.addAll(departed(handle, userId, after, upTo));
        }
        left.removeAll(sharing(handle, userId, left));
        changed.removeAll(left);
        return new Delta(changed, left);
    }

    private static boolean anybodyMoved(Handle handle, long after, long upTo) {
        return handle.select("select 1 from events where membership is not null and position > ? and position <= ? "
                + "limit 1", after, upTo).mapTo(Integer.class).findOne().isPresent();
    }

    /** Which of these users share a joined room with the reader, who shares with themselves. */
    private static Set<String> sharing(Handle handle, String userId, Set<String> among) {
        if (among.isEmpty()) {
            return Set.of();
        }
        Set<String> sharing = new TreeSet<>(handle.select("select distinct theirs.user_id from memberships mine "
                + "join memberships theirs using (room_id) where mine.user_id = ? and mine.membership = 'join' "
                + "and theirs.membership = 'join' and theirs.user_id = any(?)", userId,
                among.toArray(String[]::new)).mapTo(String.class).list());
        if (among.contains(userId)) {
            sharing.add(userId);
        }
        return sharing;
    }

    /** Users who joined a room of the reader meanwhile, and everyone in the rooms the reader joined meanwhile. */
    private static List<String> newlySharing(Handle handle, String userId, long after, long upTo) {
        return handle.select("select distinct theirs.user_id from memberships mine "
                + "join memberships theirs using (room_id) where mine.user_id = ? and mine.membership = 'join' "
                + "and theirs.membership = 'join' and theirs.user_id <> mine.user_id "
                + "and (" + joinedMeanwhile("mine") + " or " + joinedMeanwhile("theirs") + ")",
                userId, after, upTo, after, after, upTo, after).mapTo(String.class).list();
    }

    /** That a member's latest event lies in the window and that the member was not joined before it. */
    private static String joinedMeanwhile(String member) {
        return "(" + member + ".position > ? and " + member + ".position <= ? and coalesce((select e.membership "
                + "from events e where e.room_id = " + member + ".room_id and e.type = 'm.room.member' "
                + "and e.state_key = " + member + ".user_id and e.position <= ? order by e.position desc limit 1), "
                + "'leave') <> 'join')";
    }

    /** Users who left a room of the reader meanwhile, and the members of rooms the reader left meanwhile. */
    private static List<String> departed(Handle handle, String userId, long after, long upTo) {
        return handle.select("select distinct theirs.user_id from memberships mine "
                + "join memberships theirs using (room_id) where mine.user_id = ? and theirs.user_id <> mine.user_id "
                + "and ((mine.membership = 'join' and theirs.membership in ('leave', 'ban') "
                + "and theirs.position > ? and theirs.position <= ?) or (mine.membership in ('leave', 'ban') "
                + "and mine.position > ? and mine.position <= ?))", userId, after, upTo, after, upTo)
                .mapTo(String.class).list();
    }

    /** Users whose lists changed, and users with whom no room is shared any more. */
    public record Delta(Set<String> changed, Set<String> left) {

        public static final Delta NONE = new Delta(Set.of(), Set.of());
    }
}
