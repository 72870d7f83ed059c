package chat.pando.lab.sim.server;

import java.util.List;
import java.util.Optional;

/** What the server knows, for those who check. */
public final class Record {

    private final Directory directory;
    private final RoomDesk rooms;

    Record(Directory directory, RoomDesk rooms) {
        this.directory = directory;
        this.rooms = rooms;
    }

    /** Up to where a device has acknowledged what the server told it. */
    public long acknowledged(String user, String device) {
        return directory.find(user, device).map(found -> found.acknowledged).orElse(0L);
    }

    /** The event ids of a room's messages, in order. */
    public List<String> messages(String room) {
        return rooms.find(room).stream()
                .flatMap(found -> found.events.stream())
                .filter(event -> !event.isState())
                .map(Room.Event::eventId)
                .toList();
    }

    public List<String> members(String room) {
        return rooms.find(room).stream()
                .flatMap(found -> found.members.entrySet().stream())
                .filter(member -> member.getValue().kind().equals("join"))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /**
     * Whether a sender who knew the world up to a position must have given a device the key of what it then wrote: the
     * device's keys were known by then, and its person was in the room or invited, and has been since. Who founds a
     * room knows from the start whom it invites.
     */
    public boolean entitled(String room, String user, String device, String sender, long knownToSender) {
        Optional<Long> member = rooms.find(room).flatMap(found -> memberSince(found, user, sender));
        long keys = directory.find(user, device).map(found -> found.keysAt).orElse(Long.MAX_VALUE);
        return member.filter(since -> Math.max(since, keys) <= knownToSender).isPresent();
    }

    private static Optional<Long> memberSince(Room room, String user, String sender) {
        List<Room.Event> path = room.events.stream()
                .filter(event -> event.isState() && event.stateName().equals("m.room.member " + user))
                .toList();
        Optional<Room.Event> since = path.stream().reduce(Record::sinceThen);
        boolean guest = room.founder.equals(sender) && room.guests.containsKey(user);
        return guest && since.equals(path.stream().findFirst())
                ? Optional.of(room.guests.get(user))
                : since.map(Room.Event::position);
    }

    /** Of a person's comings and goings, the one since which the person can read all that is written. */
    private static Room.Event sinceThen(Room.Event before, Room.Event next) {
        String kind = next.json().at("content").string("membership").orElse("");
        boolean stayed = !before.json().at("content").string("membership").equals(Optional.of("leave"));
        return kind.equals("join") && stayed ? before : next;
    }
}
