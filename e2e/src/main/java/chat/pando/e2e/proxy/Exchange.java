package chat.pando.e2e.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One request and what became of it. Times are those of {@link System#nanoTime}. */
public final class Exchange {

    /** How an exchange ended for the client. */
    public enum Ending {
        ANSWERED,
        /** The client closed the connection first. */
        CLIENT_GONE,
        /** The proxy reset the connection. */
        RESET
    }

    private final int number;
    private final WireRequest request;
    private final String device;
    private final long startedAt;

    private long endedAt;
    private Ending ending;
    private WireAnswer serverAnswer;
    private WireAnswer clientAnswer;

    Exchange(int number, WireRequest request, String device, long startedAt) {
        this.number = number;
        this.request = request;
        this.device = device;
        this.startedAt = startedAt;
    }

    public int number() {
        return number;
    }

    public WireRequest request() {
        return request;
    }

    public String method() {
        return request.method();
    }

    public String path() {
        return request.path();
    }

    /** The user and device whose token the request carries, or "nobody". */
    public String device() {
        return device;
    }

    public long startedAt() {
        return startedAt;
    }

    public synchronized Optional<Long> endedAt() {
        return ending == null ? Optional.empty() : Optional.of(endedAt);
    }

    public synchronized Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /** What the homeserver said, whether the client learned of it or not. */
    public synchronized Optional<WireAnswer> serverAnswer() {
        return Optional.ofNullable(serverAnswer);
    }

    /** What the client was told. */
    public synchronized Optional<WireAnswer> clientAnswer() {
        return ending == Ending.ANSWERED ? Optional.of(clientAnswer) : Optional.empty();
    }

    synchronized void serverAnswered(WireAnswer answer) {
        serverAnswer = answer;
    }

    /** The first ending counts. Tells whether this was the first. */
    synchronized boolean end(Ending how) {
        if (ending != null) {
            return false;
        }
        ending = how;
        endedAt = System.nanoTime();
        return true;
    }

    synchronized void answeredWith(WireAnswer answer) {
        clientAnswer = answer;
        end(Ending.ANSWERED);
    }

    /** A preflight: the browser asks whether the page may ask. */
    public boolean isPreflight() {
        return method().equals("OPTIONS");
    }

    /** One line for a person who reads the record of a failed test; no token and no body but an error's. */
    @Override
    public synchronized String toString() {
        String outcome = ending == null ? "open" : ending + " after " + (endedAt - startedAt) / 1_000_000 + " ms";
        String status = serverAnswer == null ? "-" : String.valueOf(serverAnswer.status());
        String told = clientAnswer == null || clientAnswer == serverAnswer ? "" : ", told " + clientAnswer.status();
        String body = request.body().length + " bytes, " + Integer.toHexString(Arrays.hashCode(request.body()));
        return "#" + number + " at " + startedAt / 1_000_000 + " " + device + " " + request.method()
                + " " + shortTarget() + " (" + body + ") -> " + status + told + ", " + outcome + errorText();
    }

    /** Without the filter, which is long and always the same. */
    private String shortTarget() {
        return request.target().replaceAll("filter=[^&]*&?", "");
    }

    private String errorText() {
        if (serverAnswer == null || serverAnswer.status() < 400) {
            return "";
        }
        String text = new String(serverAnswer.body(), StandardCharsets.UTF_8);
        return " " + text.substring(0, Math.min(300, text.length()));
    }
}
