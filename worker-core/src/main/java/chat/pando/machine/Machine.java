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
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

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
    private final Correspondence letters;
    private final Unwedging unwedging;
    private final KeyWishes wishes;
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
        letters = new Correspondence(bench, claims, outbox);
        Owed owed = new Owed(sharing, letters);
        unwedging = new Unwedging(bench, tracking, claims, outbox, owed);
        wishes = new KeyWishes(bench, queue);
        toDevice = new ToDeviceInbox(
                bench,
                new OlmInbox(bench, uploads),
                new RoomKeyInbox(bench, wishes),
                owed,
                tracking,
                unwedging,
                new KeyRequests(bench, queue, sharing));
        decryption = new RoomDecryption(bench, wishes);
        cipher = new RoomEventCipher(bench);
    }

    /** A new device: makes its key pairs and writes them, with the first key upload, into the draft. */
    public static Machine create(Host host, UserId user, DeviceId device, Draft draft) {
        DeviceAccount self =
                new DeviceAccount(user, device, new Olm(host.primitives()).newAccount());
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

    /**
     * Writes to Pando on other devices. All letters of one call travel in as few requests as can be; two to the same
     * device arrive in order, unless the server has failed to take the first. A device without an Olm session is waited for, as long as the letter says. What the
     * server has accepted arrives once, or, where the other device can't open it, never: who needs an answer asks again.
     *
     * @return what became of each, once the draft is committed
     */
    public Mailed send(List<DeviceLetter> written, Draft draft) {
        return letters.send(written, draft);
    }

    /**
     * A device has shown that it runs Pando: by what a message of it says, which its encryption proves. Letters show it
     * by themselves.
     */
    public void runsPando(DeviceName device, Draft draft) {
        letters.runsPando(device, draft);
    }

    /**
     * The devices of these users that say in their keys or have shown that they run Pando, and are still in their users'
     * lists, without this one: only to them letters are written.
     */
    public Set<DeviceName> pandoDevices(Set<UserId> users, Reads store) {
        return letters.pandoDevices(users, store);
    }

    /** The requests that must reach the server, in the order in which they should. */
    public List<OutgoingRequest> outgoing(Reads store) {
        return queue.all(store);
    }

    /**
     * Those of the requests that need not wait for another one, nor are for now or never. What is for the same device
     * keeps its order, but what has failed is passed.
     *
     * @param failed whether the request of this id was made, and did not get through
     */
    public List<OutgoingRequest> unhindered(Reads store, Predicate<String> failed) {
        return Precedence.unhindered(queue.all(store), failed);
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
                case TO_DEVICE -> {
                    if (Correspondence.isCarriedBy(settled)) {
                        bench.host().log().warn("letters were refused by the server");
                    } else {
                        sharing.refused(settled, draft);
                    }
                }
            }
        });
    }

    /** When {@link #tidy} has to be called at the latest; empty where the next sync's job is early enough. */
    public OptionalLong nextTidy(Reads store) {
        return wishes.next(store);
    }

    /**
     * A request has had its time, or its one attempt has failed: it is not made any more.
     *
     * @param request one with an end
     * @return whether it was under way still
     */
    public boolean lapsed(OutgoingRequest request, Draft draft) {
        request.until().orElseThrow();
        return queue.settle(draft, request.id()).isPresent();
    }

    /** Does what time has made due. Called at the start and in each sync's job, after {@link #receive}. */
    public void tidy(Draft draft) {
        uploads.dropOldFallback(draft);
        uploads.plan(draft);
        hashes.dropOld(draft, bench.now());
        unwedging.tidy(draft);
        letters.tidy(draft);
        wishes.tidy(draft);
        tracking.ask(draft);
    }
}
