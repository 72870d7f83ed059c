package chat.pando.sync;

import chat.pando.host.Abort;
import chat.pando.host.HttpFailure;
import chat.pando.host.Log;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Api;
import chat.pando.matrix.MatrixError;
import chat.pando.matrix.RoomRequests;
import chat.pando.matrix.SyncResponse;
import chat.pando.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The long poll: the account's one /sync connection, from its stored position on, until the account closes.
 *
 * <p>A response counts once its effects and its position are durable; the next request is what acknowledges it.
 */
public final class SyncLoop implements Runnable {

    private static final long POLL_MILLIS = 30_000;
    /** What the answer may take beyond the time that the server holds it back; an initial one can take long. */
    private static final long GRACE_MILLIS = 90_000;

    private static final int TIMELINE_LIMIT = 50;

    private static final JsonObject NOTHING = JsonObject.builder()
            .put("not_types", JsonArray.ofStrings(List.of("*")))
            .build();

    /** Everything about members is wanted, since messages are encrypted to all of them; what Pando doesn't use is not. */
    private static final JsonObject FILTER = JsonObject.builder()
            .put("presence", NOTHING)
            .put("account_data", NOTHING)
            .put(
                    "room",
                    JsonObject.builder()
                            .put("timeline", JsonObject.builder().put("limit", TIMELINE_LIMIT).build())
                            .put("state", JsonObject.builder().put("lazy_load_members", false).build())
                            .put(
                                    "ephemeral",
                                    JsonObject.builder()
                                            .put("types", JsonArray.ofStrings(List.of("m.receipt")))
                                            .build())
                            .put("account_data", NOTHING)
                            .build())
            .build();

    /** Where responses go. */
    public interface Sink {

        /** The stored position. */
        Optional<String> position();

        /** Makes the response's effects and its position durable, in one change. */
        void take(SyncResponse response);

        /** The server does not know the position any more: the next response holds everything. */
        void forgetPosition();
    }

    private final Api api;
    private final Supervisor supervisor;
    private final Sink sink;
    private final Log log;

    public SyncLoop(Api api, Supervisor supervisor, Sink sink, Log log) {
        this.api = api;
        this.supervisor = supervisor;
        this.sink = sink;
        this.log = log;
    }

    @Override
    public void run() {
        for (Optional<Abort> turn = supervisor.awaitTurn(); turn.isPresent(); turn = supervisor.awaitTurn()) {
            try {
                poll(turn.get());
            } catch (StoreException.QuotaExceeded full) {
                supervisor.failed(Trouble.STORAGE_FULL, OptionalLong.empty());
            } catch (StoreException.Failed refused) {
                supervisor.failed(Trouble.INTERNAL, OptionalLong.empty());
            } catch (StoreException over) {
                return; // whoever runs jobs has ended the link and said why
            }
        }
    }

    private void poll(Abort abort) {
        // Right after a failure the answer is wanted at once: it proves that the connection is back.
        long hold = supervisor.link().state() == Link.State.ONLINE ? POLL_MILLIS : 0;
        Optional<String> position = sink.position();
        Answer answer = api.call(RoomRequests.sync(position, FILTER, hold), hold + GRACE_MILLIS, abort);
        if (answer instanceof Answer.Ok ok) {
            take(ok.body());
        } else if (answer instanceof Answer.Refused refused) {
            refused(refused.error());
        } else if (answer instanceof Answer.Silence silence && silence.cause() != HttpFailure.Cause.ABORTED) {
            supervisor.failed(Trouble.UNREACHABLE, OptionalLong.empty());
        }
    }

    private void take(JsonObject body) {
        SyncResponse response;
        try {
            response = SyncResponse.parse(body);
        } catch (JsonShapeException malformed) {
            log.warn("a sync response without a position was refused");
            supervisor.failed(Trouble.NOT_MATRIX, OptionalLong.empty());
            return;
        }
        try {
            sink.take(response);
        } catch (StoreException storage) {
            throw storage;
        } catch (RuntimeException fault) {
            log.warn("a sync response could not be taken in: " + fault.getClass().getName());
            supervisor.failed(Trouble.INTERNAL, OptionalLong.empty());
            return;
        }
        supervisor.succeeded();
    }

    private void refused(MatrixError error) {
        if (error.endsSession()) {
            supervisor.endSession(error);
        } else if (error.is("M_UNKNOWN_POS")) {
            sink.forgetPosition();
        } else if (error.status() == 429) {
            supervisor.failed(Trouble.RATE_LIMITED, error.retryAfterMillis());
        } else if (error.foreign() && error.status() < 500) {
            supervisor.failed(Trouble.NOT_MATRIX, OptionalLong.empty());
        } else {
            supervisor.failed(Trouble.SERVER_ERROR, error.retryAfterMillis());
        }
    }
}
