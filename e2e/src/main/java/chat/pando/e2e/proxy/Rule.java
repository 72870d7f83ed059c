package chat.pando.e2e.proxy;

import java.util.function.Predicate;

/** Which requests meet which fault: all that match, or some of them by count. */
public final class Rule {

    private final Predicate<Exchange> which;
    private final Fault fault;
    private int toSkip;
    private int left = Integer.MAX_VALUE;

    Rule(Predicate<Exchange> which, Fault fault) {
        this.which = which;
        this.fault = fault;
    }

    /** Lets the first {@code count} matching requests pass. */
    public synchronized Rule skip(int count) {
        toSkip = count;
        return this;
    }

    /** Ends after {@code count} requests met the fault. */
    public synchronized Rule times(int count) {
        left = count;
        return this;
    }

    /** No request meets the fault any more. */
    public synchronized void end() {
        left = 0;
    }

    synchronized boolean isOver() {
        return left == 0;
    }

    Fault fault() {
        return fault;
    }

    synchronized boolean takes(Exchange exchange) {
        if (left == 0 || !which.test(exchange)) {
            return false;
        }
        if (toSkip > 0) {
            toSkip--;
            return false;
        }
        left--;
        return true;
    }
}
