package chat.pando.relay.sync;

import chat.pando.relay.json.Json;
import chat.pando.relay.log.Kind;
import chat.pando.relay.rooms.ClientEvents;
import java.time.Clock;
import java.util.Optional;
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
        window.memberships().stream().filter(member -> window.filter().rooms().wantsRoom(member.roomId()))
                .forEach(member -> put(rooms, window, member));
        if (!rooms.isEmpty()) {
            answer.set("rooms", rooms);
        }
        return !rooms.isEmpty();
    }

    private void put(ObjectNode rooms, Window window, Member member) {
        boolean isNew = window.covers(member.position());
        switch (member.membership()) {
            case "join" -> putJoined(rooms, window, member, isNew);
            case "invite" -> {
                if (isNew || window.request().isInitial()) {
                    ObjectNode room = rooms.withObjectProperty("invite").putObject(member.roomId());
                    room.putObject("invite_state").set("events", clientEvents.stripped(window.handle(),
                            member.roomId(), window.userId(), member.position()));
                }
            }
            default -> putLeft(rooms, window, member, isNew);
        }
    }

    private void putJoined(ObjectNode rooms, Window window, Member member, boolean isNew) {
        boolean whole = window.request().isInitial() || isNew && !wasJoined(window, member.roomId());
        boolean isConcerned = whole || window.request().fullState() || window.news().has(member.roomId())
                || window.hasOwn(Kind.ACCOUNT_DATA) || window.hasOwn(Kind.RECEIPT);
        if (isConcerned) {
            room(window, member).joined(whole, clock.millis())
                    .ifPresent(room -> rooms.withObjectProperty("join").set(member.roomId(), room));
        }
    }

    private void putLeft(ObjectNode rooms, Window window, Member member, boolean isNew) {
        boolean isWanted = window.request().isInitial() ? window.filter().includeLeave() : isNew;
        if (isWanted) {
            boolean whole = window.request().isInitial() || !wasJoined(window, member.roomId());
            rooms.withObjectProperty("leave").set(member.roomId(),
                    room(window, member).left(whole, member.position()));
        }
    }

    private JoinedRoom room(Window window, Member member) {
        return new JoinedRoom(window, member.roomId(), clientEvents, epoch);
    }

    /** Whether the user was in the room where the client's knowledge ends. */
    private static boolean wasJoined(Window window, String roomId) {
        Optional<String> before = window.handle().select("select membership from events where room_id = ? "
                + "and type = 'm.room.member' and state_key = ? and position <= ? order by position desc limit 1",
                roomId, window.userId(), window.after()).mapTo(String.class).findOne();
        return before.filter("join"::equals).isPresent();
    }
}
