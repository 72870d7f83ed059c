package chat.pando.machine;

import chat.pando.host.Host;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.MatrixError;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.Reads;
import java.util.List;
import java.util.Set;

/**
 * The end-to-end encryption of one device.
 *
 * <p>Every effect is written to the draft that the caller passes and commits as one change; nothing that a method
 * returns may leave the core before that. The machine itself never changes, so a job that fails needs no undoing: the
 * draft is dropped, and that is all. One job at a time may use it.
 */
public final class Machine {

    private Machine() {}

    /** A new device: makes its key pairs and writes them, with the first key upload, into the draft. */
    public static Machine create(Host host, UserId user, DeviceId device, Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** The device that the store holds. */
    public static Machine load(Host host, Reads store) {
        throw new UnsupportedOperationException();
    }

    public UserId user() {
        throw new UnsupportedOperationException();
    }

    public DeviceId device() {
        throw new UnsupportedOperationException();
    }

    /** The device's Ed25519 key, by which people verify it. */
    public String fingerprint() {
        throw new UnsupportedOperationException();
    }

    /** Takes in a sync response: to-device events in order, then device lists, then key counts. */
    public SyncResult receive(SyncInput input, Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Decrypts {@code m.room.encrypted} events of one room; the results are in the order of the events. */
    public List<Decryption> decrypt(RoomId room, List<JsonObject> events, Draft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sees to it that these members can read the room's next message, and says whether one can be encrypted now. Call
     * it in the same job as {@link #encrypt}, and again after an answer when it said {@link Readiness.NotYet}.
     *
     * @param members the joined members, and the invited ones where they may read
     */
    public Readiness prepare(RoomId room, RoomEncryption settings, Set<UserId> members, Draft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * Encrypts with the room's outbound session.
     *
     * @return the content of the {@code m.room.encrypted} event
     * @throws IllegalStateException where the room is not prepared
     */
    public JsonObject encrypt(RoomId room, String type, JsonObject content, Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Somebody left, was kicked or banned: the outbound session ends. */
    public void memberGone(RoomId room, UserId user, Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Begins to follow the device lists of these users, where that is not done yet. */
    public void track(Set<UserId> users, Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** The requests that must reach the server, in the order in which they should. */
    public List<OutgoingRequest> outgoing(Reads store) {
        throw new UnsupportedOperationException();
    }

    /** Takes in an answer. An answer to a request that was settled before changes nothing. */
    public void answered(OutgoingRequest request, JsonObject response, Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Takes in a refusal that is final. What may pass (no answer, 429, 5xx) is the caller's to repeat. */
    public void refused(OutgoingRequest request, MatrixError error, Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Does what time has made due. Called at the start and in each sync's job, after {@link #receive}. */
    public void tidy(Draft draft) {
        throw new UnsupportedOperationException();
    }
}
