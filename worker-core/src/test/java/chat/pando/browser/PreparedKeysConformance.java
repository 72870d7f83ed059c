package chat.pando.browser;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.host.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** That keys are made ahead in pauses, and not at the cost of who is busy. */
final class PreparedKeysConformance implements Conformance {

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("none is made before one was wanted", this::noneUnasked),
                new Case("each pause makes some, until all lie ready", this::untilReady),
                new Case("while enough are left, none is made for who is busy", this::notWhileBusy),
                new Case("where few are left, some are made for who is busy too", this::whereFewAreLeft),
                new Case("no pair is given out twice", this::eachOnce));
    }

    /** The time, which stands still: a wait is over when the test says. */
    private static final class Pauses implements Clock {

        private final Deque<Runnable> due = new ArrayDeque<>();

        @Override
        public long now() {
            return 0;
        }

        @Override
        public Alarm after(long millis, Runnable action) {
            due.add(action);
            return () -> due.remove(action);
        }

        boolean isAwaited() {
            return !due.isEmpty();
        }

        void pass() {
            due.remove().run();
        }
    }

    private final Pauses pauses = new Pauses();

    private PreparedKeys keys() {
        pauses.due.clear();
        return new PreparedKeys(KeyProbe.find(), pauses);
    }

    private static WebKeyPair take(PreparedKeys keys) {
        return keys.newPair(KeyKind.AGREEMENT);
    }

    private void noneUnasked() {
        Check.equal(0, keys().ready());
        Check.that(!pauses.isAwaited(), "no timer");
    }

    private void untilReady() {
        PreparedKeys keys = keys();
        take(keys);
        while (pauses.isAwaited()) {
            int before = keys.ready();
            pauses.pass();
            Check.equal(before + PreparedKeys.PORTION, keys.ready());
        }
        Check.that(keys.ready() >= PreparedKeys.READY, "all ready");
    }

    private void notWhileBusy() {
        PreparedKeys keys = keys();
        take(keys);
        while (keys.ready() <= PreparedKeys.ENOUGH) {
            pauses.pass();
        }
        take(keys);
        int left = keys.ready();
        pauses.pass();
        Check.equal(left, keys.ready());
        pauses.pass();
        Check.equal(left + PreparedKeys.PORTION, keys.ready());
    }

    private void whereFewAreLeft() {
        PreparedKeys keys = keys();
        take(keys);
        take(keys);
        int left = keys.ready();
        pauses.pass();
        Check.equal(left + PreparedKeys.PORTION, keys.ready());
    }

    private void eachOnce() {
        PreparedKeys keys = keys();
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 3 * PreparedKeys.PORTION; i++) {
            seen.add(Arrays.toString(take(keys).publicKey()));
        }
        Check.equal(3L * PreparedKeys.PORTION, seen.stream().distinct().count());
    }
}
