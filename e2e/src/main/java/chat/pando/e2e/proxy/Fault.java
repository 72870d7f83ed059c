package chat.pando.e2e.proxy;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the proxy does with one request instead of just carrying it. */
@FunctionalInterface
public interface Fault {

    /** Carries one request. Empty resets the connection instead of answering. */
    Optional<WireAnswer> carry(Upstream upstream) throws IOException, InterruptedException;

    /** No fault. */
    static Fault none() {
        return upstream -> Optional.of(upstream.ask());
    }

    /** The request is lost: the server never hears of it. */
    static Fault loseRequest() {
        return upstream -> Optional.empty();
    }

    /** The answer is lost: the server has acted, the client can't know. */
    static Fault loseAnswer() {
        return upstream -> {
            upstream.ask();
            return Optional.empty();
        };
    }

    /** The server gets the request twice, as when a connection's retry overtakes it. */
    static Fault repeat() {
        return upstream -> {
            upstream.ask();
            return Optional.of(upstream.ask());
        };
    }

    /** The server never hears of the request, and the client is told this. */
    static Fault answer(WireAnswer answer) {
        return upstream -> Optional.of(answer);
    }

    /** The request waits before the gate. */
    static Fault holdRequest(Gate gate) {
        return upstream -> {
            gate.pass();
            return Optional.of(upstream.ask());
        };
    }

    /** The answer waits before the gate: the server has acted. */
    static Fault holdAnswer(Gate gate) {
        return upstream -> {
            WireAnswer answer = upstream.ask();
            gate.pass();
            return Optional.of(answer);
        };
    }

    /** The request takes its time on the way. */
    static Fault delayRequest(long millis) {
        return upstream -> {
            TimeUnit.MILLISECONDS.sleep(millis);
            return Optional.of(upstream.ask());
        };
    }

    /** The answer takes its time on the way: the server has acted. */
    static Fault delayAnswer(long millis) {
        return upstream -> {
            WireAnswer answer = upstream.ask();
            TimeUnit.MILLISECONDS.sleep(millis);
            return Optional.of(answer);
        };
    }

    /** Something happens before the server hears of the request, and the request is lost. */
    static Fault instead(Runnable action) {
        return upstream -> {
            action.run();
            return Optional.empty();
        };
    }

    /** Something happens after the server has acted and before the client can know, and the answer is lost. */
    static Fault afterwards(Runnable action) {
        return upstream -> {
            upstream.ask();
            action.run();
            return Optional.empty();
        };
    }

    /** The client gets its answer, and something happens while it is at work on it. */
    static Fault answeredAnd(Runnable action) {
        return upstream -> {
            WireAnswer answer = upstream.ask();
            new Thread(action, "fault").start();
            return Optional.of(answer);
        };
    }
}
