package chat.pando.e2e.proxy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** What the homeserver does to somebody's /sync: what counts is when it answers, not when it was asked. */
public final class Tampering implements Fault {

    private volatile UnaryOperator<List<JsonNode>> timeline = UnaryOperator.identity();
    private volatile UnaryOperator<List<JsonNode>> letters = UnaryOperator.identity();
    private volatile Optional<Gate> gate = Optional.empty();

    /** What becomes of the events that an answer has of one room. */
    public void timeline(UnaryOperator<List<JsonNode>> now) {
        timeline = now;
    }

    /** From now on no answer is given out before the gate opens. */
    public void holdAnswers(Gate now) {
        gate = Optional.of(now);
    }

    /** No message to this device is given out any more. */
    public void keepLetters() {
        letters = all -> List.of();
    }

    /** Everything is given out again, from now on. */
    public void end() {
        timeline = UnaryOperator.identity();
        letters = UnaryOperator.identity();
    }

    @Override
    public Optional<WireAnswer> carry(Upstream upstream) throws IOException, InterruptedException {
        WireAnswer answer = upstream.ask();
        Optional<Gate> closed = gate;
        if (closed.isPresent()) {
            closed.get().pass();
        }
        return Optional.of(new SyncRewriter(timeline, letters).rewritten(answer));
    }
}
