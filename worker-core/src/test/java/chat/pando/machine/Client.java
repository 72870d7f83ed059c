package chat.pando.machine;

import chat.pando.host.Host;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.jvm.ManualClock;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.MatrixError;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.DeviceAccount;
import chat.pando.store.Devices;
import chat.pando.store.Draft;
import chat.pando.store.KeyRange;
import chat.pando.store.MemoryDatabase;
import chat.pando.store.MemoryStore;
import chat.pando.store.Row;
import chat.pando.store.RowReader;
import chat.pando.store.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client around one machine, as small as can be: jobs that end in one commit, an outbox, a sync position, and what
 * could be read. All of it is in the store, so it may be killed at any point.
 */
public final class Client {

    private static final String POSITION = "test/position";

    private final KeyServer server;
    private final Host host;
    private final UserId user;
    private final DeviceId device;
    private final MemoryDatabase database = new MemoryDatabase();
    private final Map<String, Set<DeviceName>> entitled = new HashMap<>();
    private final List<DeviceEvent> deviceEvents = new ArrayList<>();
    private final List<DeviceMail> letters = new ArrayList<>();
    private RoomEncryption settings = RoomEncryption.standard();
    private MemoryStore store;
    private Machine machine;
    private int messages;
    private int jobsToLive;
    private MemoryDatabase.Fault death = MemoryDatabase.Fault.NONE;

    Client(KeyServer server, ManualClock clock, String user, String device) {
        this.server = server;
        this.user = new UserId(user);
        this.device = new DeviceId(device);
        host = TestHost.of(clock, (user + device).hashCode());
        store = new MemoryStore(database);
        server.register(this.user, this.device);
        Draft draft = store.draft();
        machine = Machine.create(host, this.user, this.device, draft);
        store.commit(draft.changes());
    }

    public Host host() {
        return host;
    }

    public UserId user() {
        return user;
    }

    public DeviceId device() {
        return device;
    }

    public Machine machine() {
        return machine;
    }

    MemoryDatabase database() {
        return database;
    }

    List<DeviceEvent> deviceEvents() {
        return deviceEvents;
    }

    public List<DeviceMail> letters() {
        return letters;
    }

    void rotateAfter(long messageCount) {
        settings = new RoomEncryption(RoomEncryption.MEGOLM, settings.rotationMillis(), messageCount);
    }

    /** Lets the core die in one of the jobs to come. */
    void dieIn(int jobs, MemoryDatabase.Fault fault) {
        jobsToLive = jobs;
        death = fault;
    }

    /** Whether the core still has to die. */
    boolean stillToDie() {
        return jobsToLive > 0;
    }

    /** A job: one draft, one commit. */
    public <T> T job(Function<Draft, T> work) {
        if (--jobsToLive == 0) {
            database.failNextCommit(death);
        }
        Draft draft = store.draft();
        T result = work.apply(draft);
        store.commit(draft.changes());
        return result;
    }

    public void does(Consumer<Draft> work) {
        job(draft -> {
            work.accept(draft);
            return true;
        });
    }

    /** The core dies and comes back: whatever was in memory is gone. */
    public void restart() {
        store = new MemoryStore(database);
        machine = Machine.load(host, store);
    }

    /** The outgoing requests, as they are. */
    public List<OutgoingRequest> outgoing() {
        return machine.outgoing(store);
    }

    List<OutgoingRequest> outgoing(OutgoingRequest.Kind kind) {
        return outgoing().stream().filter(request -> request.kind() == kind).toList();
    }

    /** Sends one request and takes in its answer. */
    void exchange(OutgoingRequest request) {
        KeyServer.Answer answer = server.answer(user, device, request.request());
        takeIn(request, answer);
    }

    /** Sends a request; the answer is lost. */
    void sendInVain(OutgoingRequest request) {
        server.answer(user, device, request.request());
    }

    void takeIn(OutgoingRequest request, KeyServer.Answer answer) {
        does(draft -> {
            Optional<MatrixError> error = answer.error();
            if (error.isPresent()) {
                machine.refused(request, error.get(), draft);
            } else {
                machine.answered(request, answer.body(), draft);
            }
        });
    }

    void refuse(OutgoingRequest request) {
        MatrixError error = new MatrixError(403, "M_FORBIDDEN", "no", OptionalLong.empty());
        does(draft -> machine.refused(request, error, draft));
    }

    /** Sends all requests, and those that follow from them, until there are none. */
    public void flush() {
        for (int round = 0; !outgoing().isEmpty(); round++) {
            if (round > 50) {
                throw new AssertionError("requests without end");
            }
            outgoing().forEach(this::exchange);
        }
    }

    KeyServer.Sync fetch() {
        return server.sync(user, device, position());
    }

    /** Every room event there ever was, as the server has it. */
    Map<RoomId, List<JsonObject>> fetchAll() {
        return server.sync(user, device, 0).events();
    }

    long position() {
        return store.get(Table.META, POSITION).map(row -> Long.parseLong(row.body())).orElse(0L);
    }

    /** One sync, as one job: to-device messages, lists, counts, members, events, position. */
    void sync() {
        apply(fetch());
    }

    void apply(KeyServer.Sync sync) {
        SyncResult received = job(draft -> {
            SyncResult result = machine.receive(sync.input(), draft);
            server.roomsOf(user).forEach(room -> machine.track(server.members(room), draft));
            sync.events().forEach((room, encrypted) -> read(room, encrypted, draft));
            result.newRoomKeys().forEach(ref -> retry(ref.room(), draft));
            machine.tidy(draft);
            draft.put(Table.META, new Row(POSITION, Long.toString(sync.next())));
            return result;
        });
        deviceEvents.addAll(received.toDevice());
        letters.addAll(received.letters());
    }

    /** Puts a text into the outbox. */
    String write(RoomId room, String text) {
        String transaction = "t" + messages++;
        JsonObject body = JsonObject.builder().put("room", room.value()).put("text", text).build();
        does(draft -> draft.put(Table.OUTBOX, new Row(transaction, body.text())));
        return transaction;
    }

    int waiting() {
        return store.scan(Table.OUTBOX, KeyRange.all()).size();
    }

    /** Goes on with the oldest text of the outbox as far as that is possible now. */
    void push() {
        List<Row> rows = store.scan(Table.OUTBOX, KeyRange.all());
        rows.stream().findFirst().ifPresent(this::push);
    }

    private void push(Row row) {
        JsonObject body = parse(row.body());
        RoomId room = new RoomId(body.requireString("room"));
        Optional<JsonObject> content = body.object("content").or(() -> job(draft -> encrypt(room, row, body, draft)));
        content.ifPresent(encrypted -> {
            server.send(user, device, room, row.key(), encrypted);
            does(draft -> draft.delete(Table.OUTBOX, row.key()));
        });
    }

    private Optional<JsonObject> encrypt(RoomId room, Row row, JsonObject body, Draft draft) {
        if (!(machine.prepare(room, settings, server.members(room), draft) instanceof Readiness.Ready)) {
            return Optional.empty();
        }
        JsonObject text = JsonObject.builder()
                .put("msgtype", "m.text")
                .put("body", body.requireString("text"))
                .build();
        JsonObject encrypted = machine.encrypt(room, "m.room.message", text, draft);
        entitled.put("$" + device.value() + "-" + row.key(), knownDevices(room, draft));
        draft.put(Table.OUTBOX, new Row(row.key(), body.toBuilder().put("content", encrypted).build().text()));
        return Optional.of(encrypted);
    }

    /** The devices that may read what is written to the room now, as far as this client knows. */
    private Set<DeviceName> knownDevices(RoomId room, Draft draft) {
        Set<DeviceName> names = new HashSet<>();
        new Devices(rows()).get(draft, server.members(room)).values().forEach(list ->
                list.all().forEach(known -> names.add(DeviceName.of(known))));
        names.add(new DeviceName(user, device));
        return names;
    }

    /** For each event that was encrypted: the devices that may read it. */
    Map<String, Set<DeviceName>> entitled() {
        return entitled;
    }

    /** Writes a text and sees to it that it reaches the server. */
    public String say(RoomId room, String text) {
        String transaction = write(room, text);
        for (int round = 0; waiting() > 0; round++) {
            if (round > 20) {
                throw new AssertionError("a message that never leaves");
            }
            push();
            flush();
        }
        return "$" + device.value() + "-" + transaction;
    }

    Readiness prepare(RoomId room) {
        return job(draft -> machine.prepare(room, settings, server.members(room), draft));
    }

    Decryption decrypt(RoomId room, JsonObject event) {
        return job(draft -> machine.decrypt(room, List.of(event), draft)).get(0);
    }

    private void read(RoomId room, List<JsonObject> events, Draft draft) {
        List<Decryption> decrypted = machine.decrypt(room, events, draft);
        for (int i = 0; i < events.size(); i++) {
            keep(room, events.get(i), decrypted.get(i), draft);
        }
    }

    private void keep(RoomId room, JsonObject event, Decryption decryption, Draft draft) {
        String id = event.requireString("event_id");
        if (decryption instanceof Decryption.Decrypted decrypted) {
            String text = decrypted.plaintextEvent().at("content").string("body").orElse("");
            draft.put(Table.TIMELINE, new Row(id, text));
            draft.delete(Table.UNDECRYPTABLE, room.value() + " " + id);
        } else {
            draft.put(Table.UNDECRYPTABLE, new Row(room.value() + " " + id, event.text()));
        }
    }

    private void retry(RoomId room, Draft draft) {
        List<JsonObject> events = draft.scan(Table.UNDECRYPTABLE, KeyRange.startingWith(room.value() + " ")).stream()
                .map(row -> parse(row.body()))
                .toList();
        read(room, events, draft);
    }

    /** What was read, by event id. */
    Map<String, String> timeline() {
        Map<String, String> texts = new LinkedHashMap<>();
        store.scan(Table.TIMELINE, KeyRange.all()).forEach(row -> texts.put(row.key(), row.body()));
        return texts;
    }

    Set<String> texts() {
        return Set.copyOf(timeline().values());
    }

    int undecryptable() {
        return store.scan(Table.UNDECRYPTABLE, KeyRange.all()).size();
    }

    public MemoryStore store() {
        return store;
    }

    /** Writes to other devices as the machine does. */
    OlmOutbox outbox() {
        DeviceAccount self = DeviceAccount.read(rows(), store).orElseThrow();
        Workbench bench = Workbench.of(host, rows(), self);
        return new OlmOutbox(bench, new RequestQueue(rows(), host.entropy()));
    }

    /** The device's Curve25519 key, in base64. */
    String identity() {
        return DeviceAccount.read(rows(), store).orElseThrow().keys().identityKey().base64();
    }

    /** Does something; if the core dies of it, it comes back. */
    boolean survive(Runnable work) {
        try {
            work.run();
            return true;
        } catch (MemoryDatabase.Crash crash) {
            restart();
            return false;
        }
    }

    RowReader rows() {
        return new RowReader(host.json(), host.log());
    }

    JsonObject parse(String text) {
        try {
            return (JsonObject) host.json().parse(text);
        } catch (JsonSyntaxException damaged) {
            throw new AssertionError(damaged);
        }
    }
}
