package chat.pando.machine;

import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.Draft;
import chat.pando.store.KeyShares;
import chat.pando.store.OutboundRoomKey;
import chat.pando.store.RoomKeyShares;
import chat.pando.store.RoomSessions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Sends room keys that are owed to devices, each from the index on to which the device is entitled. */
final class RoomKeyDelivery {

    private static final String ROOM = "room";
    private static final String SESSION = "session";

    private final OlmOutbox outbox;
    private final SessionClaims claims;
    private final RoomKeyShares shares;

    RoomKeyDelivery(OlmOutbox outbox, SessionClaims claims, RoomKeyShares shares) {
        this.outbox = outbox;
        this.claims = claims;
        this.shares = shares;
    }

    /**
     * How far a delivery came.
     *
     * @param sessions    the room's sessions after it
     * @param unreachable devices to which the key is still owed, because there is no Olm session with them
     */
    record Delivered(RoomSessions sessions, Set<Device> unreachable) {}

    /** Sends one session's key to those of the devices to which it is owed. */
    Delivered deliver(
            RoomId room, RoomSessions sessions, String sessionId, Collection<Device> devices, Draft draft) {
        return deliver(room, sessions, sessionId, shares.of(draft, room, sessionId), devices, draft);
    }

    /**
     * Sends one session's key to those of the devices to which it is owed.
     *
     * @param known who is entitled to it
     */
    Delivered deliver(
            RoomId room,
            RoomSessions sessions,
            String sessionId,
            Map<UserId, KeyShares> known,
            Collection<Device> devices,
            Draft draft) {
        Map<UserId, KeyShares> entitled = new HashMap<>(known);
        List<Device> owed = devices.stream().filter(device -> owed(entitled, device).isPresent()).toList();
        Map<Long, Optional<JsonObject>> contents = new HashMap<>();
        List<Letter> letters = new ArrayList<>();
        for (Device device : claims.approachable(owed, draft)) {
            long index = owed(entitled, device).orElseThrow().index();
            contents.computeIfAbsent(index, i -> content(room, sessionId, i, draft))
                    .ifPresent(content -> letters.add(new Letter(device, "m.room_key", content)));
        }
        JsonObject about = JsonObject.builder().put(ROOM, room.value()).put(SESSION, sessionId).build();
        OlmOutbox.Posted posted = outbox.post(letters, about, draft);
        Map<UserId, KeyShares> changed = new TreeMap<>();
        for (Letter letter : letters) {
            Device to = letter.to();
            if (!posted.unreachable().contains(to)) {
                KeyShares.Share sent = owed(entitled, to).orElseThrow().asSent(true);
                KeyShares next = entitled.get(to.user()).with(to.id(), sent);
                entitled.put(to.user(), next);
                changed.put(to.user(), next);
            }
        }
        changed.forEach((user, next) -> shares.put(draft, room, sessionId, user, next));
        RoomSessions after = sending(sessions, sessionId, posted.requests())
                .withOwing(sessionId, entitled.values().stream().anyMatch(KeyShares::anyOwed));
        return new Delivered(after, posted.unreachable());
    }

    /** A request that carried room keys was accepted. */
    RoomSessions sent(RoomSessions sessions, String request) {
        return sessions.current().map(key -> sessions.with(key.sent(request))).orElse(sessions);
    }

    /** A request that carried room keys was refused: they are owed again. */
    RoomSessions owedAgain(
            RoomId room, RoomSessions sessions, String sessionId, Set<DeviceName> devices, Draft draft) {
        Map<UserId, KeyShares> entitled = new HashMap<>(shares.of(draft, room, sessionId));
        boolean any = false;
        for (DeviceName name : devices) {
            KeyShares ofUser = entitled.getOrDefault(name.user(), KeyShares.NONE);
            Optional<KeyShares.Share> share = ofUser.get(name.device());
            if (share.isPresent()) {
                KeyShares next = ofUser.with(name.device(), share.get().asSent(false));
                entitled.put(name.user(), next);
                shares.put(draft, room, sessionId, name.user(), next);
                any = true;
            }
        }
        return any ? sessions.withOwing(sessionId, true) : sessions;
    }

    /** The room that a request was about, where it carried a room key. */
    static Optional<RoomId> room(JsonObject about) {
        return about.string(ROOM).flatMap(RoomId::parse);
    }

    /** The session that a request was about, where it carried a room key. */
    static String sessionId(JsonObject about) {
        return about.string(SESSION).orElse("");
    }

    private static Optional<KeyShares.Share> owed(Map<UserId, KeyShares> entitled, Device device) {
        return entitled.getOrDefault(device.user(), KeyShares.NONE)
                .get(device.id())
                .filter(share -> !share.sent() && share.identity().equals(device.identity().base64()));
    }

    private static RoomSessions sending(RoomSessions sessions, String sessionId, List<String> requests) {
        Optional<OutboundRoomKey> current =
                sessions.current().filter(key -> key.session().id().equals(sessionId));
        return current.map(key -> sessions.with(key.sendingAlso(requests))).orElse(sessions);
    }

    /** The {@code m.room_key} that reads from an index on. */
    private Optional<JsonObject> content(RoomId room, String sessionId, long index, Draft draft) {
        return shares.sessionKey(draft, room, sessionId, index).map(key -> JsonObject.builder()
                .put("algorithm", RoomEncryption.MEGOLM)
                .put("room_id", room.value())
                .put("session_id", sessionId)
                .put("session_key", key)
                .build());
    }
}
