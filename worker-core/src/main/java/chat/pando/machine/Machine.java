package chat.pando.machine;

import chat.pando.crypto.Olm;
import chat.pando.host.Host;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.MatrixError;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.DeviceAccount;
import chat.pando.store.Draft;
import chat.pando.store.KeyUploadState;
import chat.pando.store.OlmHashes;
import chat.pando.store.Reads;
import chat.pando.store.RowReader;
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

    private final Workbench bench;
    private final RequestQueue queue;
    private final KeyUploads uploads;
    private final DeviceTracking tracking;
    private final SessionClaims claims;
    private final RoomKeySharing sharing;
    private final Unwedging unwedging;
    private final ToDeviceInbox toDevice;
    private final RoomDecryption decryption;
    private final RoomEventCipher cipher;
    private final OlmHashes hashes = new OlmHashes();

    private Machine(Workbench bench) {
        this.bench = bench;
        queue = new RequestQueue(bench.rows(), bench.host().entropy());
        uploads = new KeyUploads(bench, queue);
        tracking = new DeviceTracking(bench, queue);
        claims = new SessionClaims(bench, queue);
        OlmOutbox outbox = new OlmOutbox(bench, queue);
        sharing = new RoomKeySharing(bench, queue, tracking, claims, outbox);
        unwedging = new Unwedging(bench, tracking, claims, outbox, sharing);
        toDevice = new ToDeviceInbox(
                bench, new OlmInbox(bench, uploads), new RoomKeyInbox(bench), sharing, unwedging);
        decryption = new RoomDecryption(bench);
        cipher = new RoomEventCipher(bench);
    }

    /** A new device: makes its key pairs and writes them, with the first key upload, into the draft. */
    public static Machine create(Host host, UserId user, DeviceId device, Draft draft) {
        DeviceAccount self =
                new DeviceAccount(user, device, new Olm(host.primitives(), host.tasks()).newAccount());
        self.write(draft);
        KeyUploadState.fresh().write(draft);
        Machine machine = new Machine(Workbench.of(host, new RowReader(host.json(), host.log()), self));
        machine.tracking.track(Set.of(user), draft);
        machine.uploads.plan(draft);
        machine.tracking.ask(draft);
        return machine;
    }

    /**
     * The device that the store holds.
     *
     * @throws IllegalStateException where it holds none
     */
    public static Machine load(Host host, Reads store) {
        RowReader rows = new RowReader(host.json(), host.log());
        return DeviceAccount.read(rows, store)
                .map(self -> new Machine(Workbench.of(host, rows, self)))
                .orElseThrow(() -> new IllegalStateException("the device's keys are missing or damaged"));
    }

    public UserId user() {
        return bench.self().user();
    }

    public DeviceId device() {
        return bench.self().device();
    }

    /** The device's Ed25519 key, by which people verify it. */
    public String fingerprint() {
        return bench.self().keys().fingerprintKey().base64();
    }

    /** Takes in a sync response: to-device events in order, then device lists, then key counts. */
    public SyncResult receive(SyncInput input, Draft draft) {
        SyncResult result = toDevice.receive(input.toDevice(), draft);
        tracking.changed(input.changed(), draft);
        tracking.left(input.left(), draft);
        uploads.counted(input.oneTimeKeyCounts(), input.unusedFallbackKeys(), draft);
        uploads.plan(draft);
        tracking.ask(draft);
        return result;
    }

    /** Decrypts {@code m.room.encrypted} events of one room; the results are in the order of the events. */
    public List<Decryption> decrypt(RoomId room, List<JsonObject> events, Draft draft) {
        return decryption.decrypt(room, events, draft);
    }

    /**
     * Sees to it that these members can read the room's next message, and says whether one can be encrypted now. Call
     * it in the same job as {@link #encrypt}, and again after an answer when it said {@link Readiness.NotYet}. Where
     * nothing has changed since it last said {@link Readiness.Ready}, it costs two reads.
     *
     * @param members the joined members, and the invited ones where they may read
     * @throws IllegalArgumentException where the settings ask for an algorithm that is not supported
     */
    public Readiness prepare(RoomId room, RoomEncryption settings, Set<UserId> members, Draft draft) {
        return sharing.prepare(room, settings, members, draft);
    }

    /**
     * Encrypts with the room's outbound session.
     *
     * @return the content of the {@code m.room.encrypted} event
     * @throws IllegalStateException where the room is not prepared
     */
    public JsonObject encrypt(RoomId room, String type, JsonObject content, Draft draft) {
        return cipher.encrypt(room, type, content, draft);
    }

    /** Somebody left, was kicked or banned: the room's next message uses a session of which that user has no key. */
    public void memberGone(RoomId room, UserId user, Draft draft) {
        sharing.gone(room, user, draft);
    }

    /**
     * Begins to follow the device lists of these users, where that is not done yet. {@link #tidy}, {@link #receive} and
     * {@link #prepare} ask for them.
     */
    public void track(Set<UserId> users, Draft draft) {
        tracking.track(users, draft);
    }

    /**
     * The sync position was lost, so changes of device lists may have been missed: all of them are fetched again.
     * Called before {@link #receive} where a sync response is one from the start.
     */
    public void missedChanges(Draft draft) {
        tracking.missedChanges(draft);
    }

    /** The requests that must reach the server, in the order in which they should. */
    public List<OutgoingRequest> outgoing(Reads store) {
        return queue.all(store);
    }

    /** Takes in an answer. An answer to a request that was settled before changes nothing. */
    public void answered(OutgoingRequest request, JsonObject response, Draft draft) {
        queue.settle(draft, request.id()).ifPresent(settled -> {
            switch (request.kind()) {
                case KEYS_UPLOAD -> {
                    uploads.answered(settled, response, draft);
                    uploads.plan(draft);
                }
                case KEYS_QUERY -> unwedging.listed(tracking.answered(settled, response, draft), draft);
                case KEYS_CLAIM -> unwedging.begun(claims.answered(settled, response, draft), draft);
                case TO_DEVICE -> sharing.sent(settled, draft);
            }
        });
    }

    /** Takes in a refusal that is final. What may pass (no answer, 429, 5xx) is the caller's to repeat. */
    public void refused(OutgoingRequest request, MatrixError error, Draft draft) {
        queue.settle(draft, request.id()).ifPresent(settled -> {
            switch (request.kind()) {
                case KEYS_UPLOAD -> uploads.refused(settled, error, draft);
                case KEYS_QUERY -> tracking.refused(settled, draft);
                case KEYS_CLAIM -> claims.refused(settled, draft);
                case TO_DEVICE -> sharing.refused(settled, draft);
            }
        });
    }

    /** Does what time has made due. Called at the start and in each sync's job, after {@link #receive}. */
    public void tidy(Draft draft) {
        uploads.dropOldFallback(draft);
        uploads.plan(draft);
        hashes.dropOld(draft, bench.now());
        unwedging.tidy(draft);
        tracking.ask(draft);
    }
}
