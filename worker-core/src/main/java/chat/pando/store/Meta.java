package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import java.util.Optional;

/** The account's single rows of the table META, the E2EE machine's aside: session, sync position, counter, pace. */
public final class Meta extends TypedTable<Meta.Single> {

    private static final String SESSION = "session";
    private static final String SYNC = "sync";
    private static final String SEQUENCE = "sequence";
    private static final String PACE = "pace";

    Meta(Json json, Log log) {
        super(Table.META, json, log);
    }

    /** A single row. */
    record Single(String key, JsonObject value) {}

    public Optional<Session> session(Reads reads) {
        return get(reads, SESSION).map(row -> Session.decode(row.value()));
    }

    public void putSession(Draft draft, Session session) {
        put(draft, new Single(SESSION, session.encode()));
    }

    /** The position of the last /sync response whose effects are stored (law 3). */
    public Optional<String> syncPosition(Reads reads) {
        return get(reads, SYNC).flatMap(row -> row.value().string("next_batch"));
    }

    public void putSyncPosition(Draft draft, String nextBatch) {
        put(draft, new Single(SYNC, JsonObject.builder().put("next_batch", nextBatch).build()));
    }

    /** The next /sync starts afresh. */
    public void forgetSyncPosition(Draft draft) {
        draft.delete(Table.META, SYNC);
    }

    /** What was learned of the server's limit for messages. */
    public Optional<JsonObject> pace(Reads reads) {
        return get(reads, PACE).map(Single::value);
    }

    public void putPace(Draft draft, Optional<JsonObject> learned) {
        learned.ifPresentOrElse(
                value -> put(draft, new Single(PACE, value)), () -> draft.delete(Table.META, PACE));
    }

    /** A number that this account has never used before. */
    public long nextNumber(Draft draft) {
        long next = get(draft, SEQUENCE).map(row -> row.value().requireInteger("last")).orElse(0L) + 1;
        put(draft, new Single(SEQUENCE, JsonObject.builder().put("last", next).build()));
        return next;
    }

    @Override
    protected String keyOf(Single row) {
        return row.key();
    }

    @Override
    protected JsonObject encode(Single row) {
        return JsonObject.builder().put("key", row.key()).put("value", row.value()).build();
    }

    @Override
    protected Single decode(JsonObject body) {
        return new Single(body.requireString("key"), body.requireObject("value"));
    }
}
