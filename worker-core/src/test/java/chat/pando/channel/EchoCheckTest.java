package chat.pando.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonObject;
import chat.pando.matrix.Answer;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.Courier;
import chat.pando.store.OutboxRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A send is confirmed by its echo, and where that doesn't come, the server is asked. */
class EchoCheckTest {

    private final Sending sending = new Sending();
    private final List<Long> asked = new ArrayList<>();
    private Function<ApiRequest, Answer> server = request -> new Answer.Ok(JsonObject.EMPTY);
    private long endAt;
    private boolean online = true;

    private final class Asking implements Courier {

        @Override
        public Answer deliver(ApiRequest request, Runnable onDelay) {
            assertTrue(request.path().contains("/event/"));
            asked.add(sending.clock.now());
            return server.apply(request);
        }

        @Override
        public Answer attempt(ApiRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rest() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean awaitConnection() {
            if (sending.clock.now() >= endAt) {
                throw new Over();
            }
            return false;
        }

        @Override
        public boolean online() {
            return online;
        }
    }

    /** Lets the worker run for so long. */
    private void run(EchoCheck check, long millis) {
        endAt = sending.clock.now() + millis;
        Over.ends(check::run);
    }

    private EchoCheck check() {
        return new EchoCheck(sending.outbox, sending.jobs(), new Asking(), new LeapingClock(sending.clock, () -> {}));
    }

    private OutboxRow sent() {
        OutboxRow message = sending.write("hello");
        sending.run();
        return sending.row(message);
    }

    @Test
    void withoutAnEchoTheServerIsAskedAndMoreAndMoreSeldom() {
        OutboxRow message = sent();
        EchoCheck check = check();
        check.changed(message);
        long began = sending.clock.now();
        run(check, 500_000);
        assertEquals(List.of(30_000L, 90_000L, 210_000L, 450_000L), asked.stream().map(at -> at - began).toList());
        assertEquals(OutboxRow.State.SENT, sending.row(message).state());
    }

    @Test
    void itsAbsenceIsTold() {
        OutboxRow message = sent();
        OutboxRow other = sent();
        server = request -> asked.size() == 1
                ? Sending.refused(404, "M_NOT_FOUND")
                : new Answer.Ok(JsonObject.EMPTY);
        EchoCheck check = check();
        check.changed(message);
        check.changed(other);
        run(check, 40_000);
        assertEquals(OutboxRow.State.FAILED, sending.row(message).state());
        assertEquals(OutboxRow.State.SENT, sending.row(other).state());
        assertTrue(sending.retry(message));
        assertTrue(sending.row(message).sealed().isEmpty(), "it goes as a new message");
    }

    @Test
    void whileSyncDoesNotWorkNoEchoIsMissed() {
        EchoCheck check = check();
        check.changed(sent());
        online = false;
        run(check, 300_000);
        assertEquals(List.of(), asked);
    }
}
