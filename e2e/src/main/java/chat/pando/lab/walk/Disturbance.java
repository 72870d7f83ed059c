package chat.pando.lab.walk;

import chat.pando.e2e.proxy.Exchange;
import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.FaultProxy;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.proxy.Rule;
import chat.pando.e2e.proxy.WireAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** What the network does to requests. Everything passes by itself, or ends with {@link #end}. */
final class Disturbance {

    private static final int LONGEST_DELAY_MS = 600;
    private static final int LONGEST_LIMIT_MS = 400;

    /** Requests that a server carries out again when they come again: never repeated, their answers never lost. */
    private static final Predicate<Exchange> ONCE_ONLY = exchange -> exchange.method().equals("POST")
            && (exchange.path().endsWith("/createRoom") || exchange.path().endsWith("/register")
            || exchange.path().endsWith("/login"));

    private record Target(String name, Predicate<Exchange> which) {}

    private record Kind(String name, Fault fault) {}

    private static final List<Target> TARGETS = List.of(
            new Target("key uploads", Requests.KEYS_UPLOAD), new Target("syncs", Requests.SYNC),
            new Target("sends", Requests.SEND), new Target("messages to devices", Requests.TO_DEVICE),
            new Target("key claims", Requests.KEYS_CLAIM), new Target("key queries", Requests.KEYS_QUERY),
            new Target("anything", Requests.ANY.and(ONCE_ONLY.negate())));

    private final FaultProxy proxy;
    private final List<Rule> rules = new ArrayList<>();
    private boolean offline;

    Disturbance(FaultProxy proxy) {
        this.proxy = proxy;
    }

    /** Disturbs a few of the next requests of a kind. */
    String begin(Random random) {
        Target target = World.any(TARGETS, random);
        Kind kind = kind(random);
        int times = 1 + random.nextInt(3);
        rules.add(proxy.rule(target.which(), kind.fault()).skip(random.nextInt(2)).times(times));
        return kind.name() + ", " + times + " × " + target.name();
    }

    private static Kind kind(Random random) {
        int millis = 50 + random.nextInt(LONGEST_DELAY_MS);
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Kind("request lost", Fault.loseRequest());
            case 2, 3 -> new Kind("answer lost", Fault.loseAnswer());
            case 4 -> new Kind("repeated", Fault.repeat());
            case 5 -> new Kind("answered with 500", Fault.answer(WireAnswer.error(500, "M_UNKNOWN")));
            case 6 -> new Kind("limited", Fault.answer(WireAnswer.rateLimited(50 + random.nextInt(LONGEST_LIMIT_MS))));
            case 7 -> new Kind("request late by " + millis + " ms", Fault.delayRequest(millis));
            default -> new Kind("answer late by " + millis + " ms", Fault.delayAnswer(millis));
        };
    }

    void goOffline() {
        offline = true;
        proxy.cut();
    }

    boolean isOffline() {
        return offline;
    }

    void goOnline() {
        offline = false;
        proxy.mend();
    }

    /** The network works from now on. */
    void end() {
        rules.forEach(Rule::end);
        rules.clear();
        goOnline();
    }
}
