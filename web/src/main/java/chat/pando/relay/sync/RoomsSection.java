package chat.pando.relay.sync;

import chat.pando.relay.json.Json;
import chat.pando.relay.rooms.ClientEvents;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The rooms of a sync: joined, invited to, and left. */
public final class RoomsSection {

    private final ClientEvents clientEvents;
    private final String epoch;
    private final Clock clock;

    public RoomsSection(ClientEvents clientEvents, String epoch, Clock clock) {
        this.clientEvents = clientEvents;
        this.epoch = epoch;
        this.clock = clock;
    }

    /** Adds the rooms there is something to say about; answers whether there is any. */
    boolean put(ObjectNode answer, Window window) {
        ObjectNode rooms = Json.object();
        List<Member> memberships = memberships(window);
        Set<String> changed = changedRooms(window, memberships);
        for (Member member : memberships) {
            if (window.filter().rooms().wantsRoom(member.roomId())) {
                put(rooms, window, member, changed);
            }
        }
        if (!rooms.isEmpty()) {
            answer.set("rooms", rooms);
        }
        return !rooms.isEmpty();
    }

    private void put(ObjectNode rooms, Window window, Member member, Set<String> changed) {
        String roomId = member.roomId();
        boolean isNew = window.covers(member.position());
        switch (member.membership()) {
            case "join" -> {
                boolean whole = window.request().isInitial() || isNew && !wasJoined(window, roomId);
                if (whole || window.request().fullState() || changed.contains(roomId)) {
                    new JoinedRoom(window, roomId, clientEvents, epoch).joined(whole, clock.millis())
                            .ifPresent(room -> rooms.withObjectProperty("join").set(roomId, room));
                }
            }
            case "invite" -> {
                if (isNew || window.request().isInitial()) {
                    ObjectNode room = rooms.withObjectProperty("invite").putObject(roomId);
                    room.putObject("invite_state").set("events",
                            clientEvents.stripped(window.handle(), roomId, window.userId(), member.position()));
                }
            }
            default -> putLeft(rooms, window, member, isNew);
        }
    }

    private void putLeft(ObjectNode rooms, Window window, Member member, boolean isNew) {
        boolean wanted = window.request().isInitial() ? window.filter().includeLeave() : isNew;
        if (wanted) {
            boolean whole = window.request().isInitial() || !wasJoined(window, member.roomId());
            rooms.withObjectProperty("leave").set(member.roomId(),
                    new JoinedRoom(window, member.roomId(), clientEvents, epoch).left(whole, member.position()));
        }
    }

    private static List<Member> memberships(Window window) {
        // Other devices learn that a room was left even if it was forgotten at once.
        return window.handle().select("select room_id, membership, position from memberships where user_id = ? "
                        + "and (not forgotten or position > ?) order by room_id", window.userId(),
                        window.request().isInitial() ? Long.MAX_VALUE : window.after())
                .map((row, context) -> new Member(row.getString(1), row.getString(2), row.getLong(3))).list();
    }

    /** The joined rooms with entries in the log, or with account data, inside the window. */
    private static Set<String> changedRooms(Window window, List<Member> memberships) {
        String[] joined = memberships.stream().filter(member -> member.membership().equals("join"))
                .map(Member::roomId).toArray(String[]::new);
        Set<String> changed = new HashSet<>(window.handle().select("select room_id from unnest(?) as room (room_id) "
                + "where exists (select 1 from log where topic = room_id and position > ? and position <= ?)",
                joined, window.after(), window.upTo()).mapTo(String.class).list());
        changed.addAll(window.handle().select("select distinct room_id from account_data where user_id = ? "
                + "and position > ? and position <= ? union select distinct room_id from receipts where user_id = ? "
                + "and room_id = any(?) and position > ? and position <= ?", window.userId(), window.after(),
                window.upTo(), window.userId(), joined, window.after(), window.upTo()).mapTo(String.class).list());
        return changed;
    }

    /** Whether the user was in the room where the client's knowledge ends. */
    private static boolean wasJoined(Window window, String roomId) {
        Optional<String> before = window.handle().select("select membership from events where room_id = ? "
                + "and type = 'm.room.member' and state_key = ? and position <= ? order by position desc limit 1",
                roomId, window.userId(), window.after()).mapTo(String.class).findOne();
        return before.filter("join"::equals).isPresent();
    }

    private record Member(String roomId, String membership, long position) {
    }
}
