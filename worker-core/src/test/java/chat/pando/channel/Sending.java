package chat.pando.channel;

import chat.pando.channel.pace.Pace;
import chat.pando.channel.segment.Segmentation;
import chat.pando.host.Clock;
import chat.pando.host.Entropy;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.ManualClock;
import chat.pando.jvm.NanoJson;
import chat.pando.matrix.Answer;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.Courier;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.MatrixError;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.Jobs;
import chat.pando.store.MemoryStore;
import chat.pando.store.OutboxRow;
import chat.pando.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One room's lane on one thread, with a server that a test scripts: each rest moves the clock. */
final class Sending implements Courier {

    static final RoomId ROOM = new RoomId("!room:fake");

    private static final Log SILENT = new Log() {
        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}
    };

    final ManualClock clock = new ManualClock(1_700_000_000_000L);
    final MemoryStore store = new MemoryStore();
    final Tables tables = Tables.of(new NanoJson(), SILENT);
    final Outbox outbox;
    final List<ApiRequest> attempts = new ArrayList<>();
    Function<ApiRequest, Answer> server = request -> accepted(request);
    Runnable beforeAttempt = () -> {};
    Runnable beforeWait = () -> {};
    boolean online = true;
    BooleanSupplier keysAreThere = () -> true;
    long restMillis = 30_000;
    private int sealed;
    private int transactions;

    Sending() {
        Entropy entropy = count -> {
            byte[] bytes = new byte[count];
            bytes[0] = (byte) transactions++;
            return bytes;
        };
        Segmentation segmentation = new Segmentation(entropy, new JcaPrimitives());
        UserId me = new UserId("@me:fake");
        Channels channels = new Channels(
                new Address(me, new DeviceId("DEVICE")), new Participants(new JcaPrimitives()), tables, clock, SILENT);
        outbox = new Outbox(me, tables, clock, entropy, segmentation, channels);
    }

    static Answer accepted(ApiRequest request) {
        String transaction = request.path().substring(request.path().lastIndexOf('/') + 1);
        return new Answer.Ok(JsonObject.builder().put("event_id", "$" + transaction).build());
    }

    static Answer refused(int status, String code) {
        return new Answer.Refused(new MatrixError(status, code, "", OptionalLong.empty()));
    }

    static Answer tooMuch(long retryAfterMillis) {
        return new Answer.Refused(
                new MatrixError(429, "M_LIMIT_EXCEEDED", "", OptionalLong.of(retryAfterMillis)));
    }

    Jobs jobs() {
        return new Jobs() {
            @Override
            public <T> T run(Function<Draft, T> job) {
                Draft draft = store.draft();
                T result = job.apply(draft);
                store.commit(draft.changes());
                return result;
            }
        };
    }

    OutboxRow write(String text) {
        JsonObject content = JsonObject.builder().put("msgtype", "m.text").put("body", text).build();
        return jobs().run(draft -> outbox.add(ROOM, "m.room.message", content, draft));
    }

    OutboxRow writeLong(String text) {
        return jobs().run(draft -> outbox.add(ROOM, outbox.cut(text), draft));
    }

    List<OutboxRow> rows() {
        return tables.outbox().of(store, ROOM);
    }

    OutboxRow row(OutboxRow as) {
        return tables.outbox().get(store, ROOM, as.number()).orElseThrow();
    }

    boolean discard(OutboxRow message) {
        return jobs().run(draft -> outbox.discard(ROOM, message.key(), draft));
    }

    boolean retry(OutboxRow message) {
        return jobs().run(draft -> outbox.retry(ROOM, message.key(), draft));
    }

    /** Runs the lane until nothing is left to send. */
    void run() {
        Sealer sealer = (message, draft) -> {
            if (!keysAreThere.getAsBoolean()) {
                return new Sealer.Result.NotYet();
            }
            JsonObject content = message.content().toBuilder().put("sealed", sealed++).build();
            return new Sealer.Result.Sealed(new OutboxRow.Sealed(message.type(), content));
        };
        Jobs ending = new Jobs() {
            @Override
            public <T> T run(Function<Draft, T> job) {
                if (rows().stream().noneMatch(Sending::isUnderWay)) {
                    throw new Over();
                }
                return jobs().run(job);
            }
        };
        Pace pace = new Pace(clock, tables.meta());
        Clock leaping = new LeapingClock(clock, () -> beforeWait.run());
        Over.ends(new Lane(ROOM, outbox, sealer, pace, ending, this, leaping)::run);
    }

    private static boolean isUnderWay(OutboxRow row) {
        return row.state() == OutboxRow.State.WAITING || row.state() == OutboxRow.State.SENDING;
    }

    @Override
    public Answer deliver(ApiRequest request, Runnable onDelay) {
        throw new UnsupportedOperationException("a lane makes its attempts itself");
    }

    @Override
    public Answer attempt(ApiRequest request) {
        beforeAttempt.run();
        attempts.add(request);
        return server.apply(request);
    }

    @Override
    public void rest() {
        clock.advance(restMillis);
    }

    @Override
    public boolean awaitConnection() {
        return false;
    }

    @Override
    public boolean online() {
        return online;
    }

    /** The texts that the attempts carried. */
    List<String> texts() {
        return attempts.stream()
                .map(ApiRequest::body)
                .map(Optional::orElseThrow)
                .map(body -> body.requireString("body"))
                .toList();
    }
}
