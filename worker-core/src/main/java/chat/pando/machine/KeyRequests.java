package chat.pando.machine;

import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.Draft;
import chat.pando.store.InboundGroupSessions;
import chat.pando.store.KeyShares;
import chat.pando.store.MachineTables;
import java.util.List;
import java.util.Optional;

/**
 * Answers devices that lack a room key (spec, "m.room_key_request").
 *
 * <p>A request comes in the clear and proves nothing, and needn't: it can only make us send again, sealed for the same
 * device, what was recorded as its due when it was due. So nobody gets more by asking: no other user or device, no
 * earlier message, no session that was begun after somebody left, and none of somebody else's.
 */
final class KeyRequests {

    /** The same device gets the same key no more often than this. */
    static final long PAUSE_MILLIS = 60_000;

    /** How many requests of one sync are answered; who isn't asks again. */
    static final int MOST_AT_ONCE = 50;

    private final Workbench bench;
    private final MachineTables tables;
    private final RequestQueue queue;
    private final RoomKeySharing sharing;

    KeyRequests(Workbench bench, RequestQueue queue, RoomKeySharing sharing) {
        this.bench = bench;
        tables = bench.tables();
        this.queue = queue;
        this.sharing = sharing;
    }

    /**
     * A request as it came.
     *
     * @param sender as the server says
     */
    record Asked(UserId sender, JsonObject content) {

        /** Without names. */
        @Override
        public String toString() {
            return "Asked";
        }
    }

    void answer(List<Asked> requests, Draft draft) {
        int answered = 0;
        for (Asked request : requests) {
            if (answered < MOST_AT_ONCE && asked(request.sender(), request.content(), draft)) {
                answered++;
            }
        }
    }

    /** Answers one request, and says whether anything was sent. */
    private boolean asked(UserId sender, JsonObject content, Draft draft) {
        JsonObject body = content.at("body");
        Optional<RoomId> room = body.string("room_id").flatMap(RoomId::parse);
        Optional<String> session = body.string("session_id");
        Optional<Device> device = content.string("requesting_device_id")
                .flatMap(DeviceId::parse)
                .flatMap(id -> tables.devices().get(draft, sender).get(id))
                .filter(known -> !known.identity().equals(bench.self().keys().identityKey()));
        boolean request = content.string("action").equals(Optional.of("request"))
                && body.string("algorithm").equals(Optional.of(RoomEncryption.MEGOLM));
        return request
                && room.isPresent()
                && session.isPresent()
                && device.isPresent()
                && answer(room.get(), session.get(), device.get(), draft);
    }

    private boolean answer(RoomId room, String session, Device device, Draft draft) {
        KeyShares ofUser = tables.keyShares().get(draft, room, session, device.user());
        Optional<KeyShares.Share> due = ofUser.get(device.id())
                .filter(share -> share.identity().equals(device.identity().base64()));
        if (due.isEmpty()) {
            return refuse(room, session, device, draft);
        }
        long sinceLast = bench.now() - due.get().answeredAt();
        if (sinceLast >= 0 && sinceLast < PAUSE_MILLIS) {
            return false;
        }
        KeyShares noted = ofUser.with(device.id(), due.get().answered(bench.now()));
        tables.keyShares().put(draft, room, session, device.user(), noted);
        sharing.shareAgain(room, session, device, draft);
        return true;
    }

    /** Says why a key of ours won't come, but only to those of whom it is known that they are or were in the room. */
    private boolean refuse(RoomId room, String session, Device device, Draft draft) {
        InboundGroupSessions.Key name = new InboundGroupSessions.Key(room, session, bench.self().user());
        boolean ours = tables.inboundSessions()
                .get(draft, name)
                .filter(key -> key.identity().equals(bench.self().keys().identityKey()))
                .isPresent();
        boolean known = tables.outboundSessions().get(draft, room).recent().stream()
                .anyMatch(id -> !tables.keyShares().get(draft, room, id, device.user()).devices().isEmpty());
        if (!ours || !known) {
            return false;
        }
        boolean remembered = tables.outboundSessions().get(draft, room).recent().contains(session);
        JsonObject content = JsonObject.builder()
                .put("algorithm", RoomEncryption.MEGOLM)
                .put("room_id", room.value())
                .put("session_id", session)
                .put("sender_key", bench.self().keys().identityKey().base64())
                .put("code", remembered ? "m.unauthorised" : "m.unavailable")
                .build();
        JsonObject toDevice = JsonObject.builder().put(device.id().value(), content).build();
        JsonObject messages = JsonObject.builder().put(device.user().value(), toDevice).build();
        queue.toDevice(draft, "m.room_key.withheld", messages, JsonObject.EMPTY);
        return true;
    }
}
