package chat.pando.tab.model;

import chat.pando.protocol.AccountView;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Problem;
import java.util.Optional;
import java.util.Set;

/** The account that a tab shows, with its rooms and the one that is open. */
public final class AccountModel {

    private final String userId;
    private final String deviceId;
    private final String fingerprint;
    private final String homeserver;
    private final RoomList rooms;
    private Connection connection;
    private Optional<OpenRoom> open;

    AccountModel(AccountView view) {
        userId = view.userId();
        deviceId = view.deviceId();
        fingerprint = view.fingerprint();
        homeserver = view.homeserver();
        connection = view.connection();
        rooms = new RoomList(view.rooms());
        open = view.open().map(OpenRoom::new);
    }

    public String userId() {
        return userId;
    }

    public String deviceId() {
        return deviceId;
    }

    /** The device's Ed25519 key, unpadded base64. */
    public String fingerprint() {
        return fingerprint;
    }

    public String homeserver() {
        return homeserver;
    }

    public Connection connection() {
        return connection;
    }

    /** What is the matter with its connection. */
    public Optional<Problem.Code> problem() {
        return connection.problem().map(Problem::code);
    }

    public RoomList rooms() {
        return rooms;
    }

    public Optional<OpenRoom> open() {
        return open;
    }

    /** Whether its data can't be read now; the connection says why. */
    public boolean isClosed() {
        return deviceId.isEmpty();
    }

    /** Whether its rooms may still be on their way from the server. */
    public boolean isArriving() {
        return rooms.isEmpty() && connection.state() == Connection.State.CONNECTING;
    }

    /** The room of that id, where it is the open one. */
    public Optional<OpenRoom> open(String room) {
        return open.filter(o -> o.id().equals(room));
    }

    void apply(Delta delta, Set<Aspect> touched) {
        if (delta instanceof Delta.ConnectionChanged changed) {
            connection = changed.connection();
            touched.add(Aspect.CONNECTION);
        } else if (delta instanceof Delta.RoomChanged changed) {
            rooms.put(changed.room());
            touched.add(Aspect.ROOMS);
        } else if (delta instanceof Delta.RoomRemoved removed) {
            remove(removed.room(), touched);
        } else if (delta instanceof Delta.RoomOpened opened) {
            open = Optional.of(new OpenRoom(opened.room()));
            touched.add(Aspect.ROOM);
        } else if (delta instanceof Delta.TimelineChanged changed) {
            open(changed.room()).ifPresent(room -> {
                room.apply(changed);
                touched.add(Aspect.TIMELINE);
            });
        } else if (delta instanceof Delta.MembersChanged changed) {
            open(changed.room()).ifPresent(room -> {
                room.setMembers(changed.members());
                touched.add(Aspect.MEMBERS);
            });
        }
    }

    private void remove(String room, Set<Aspect> touched) {
        rooms.remove(room);
        touched.add(Aspect.ROOMS);
        if (open(room).isPresent()) {
            open = Optional.empty();
            touched.add(Aspect.ROOM);
        }
    }
}
