package chat.pando.sync;

import chat.pando.host.Entropy;

/** How long to rest between attempts: exponential with full jitter, capped at a minute. */
final class Backoff {

    private static final long FIRST_MILLIS = 1_000;
    private static final long CAP_MILLIS = 60_000;
    private static final int STEPS = 6;

    private final Entropy entropy;
    private int failures;

    Backoff(Entropy entropy) {
        this.entropy = entropy;
    }

    /** The next rest: anything up to a bound that doubles with each failure. */
    long next() {
        long bound = Math.min(CAP_MILLIS, FIRST_MILLIS << Math.min(failures, STEPS));
        failures++;
        return 1 + random() % bound;
    }

    void reset() {
        failures = 0;
    }

    private long random() {
        long value = 0;
        for (byte octet : entropy.bytes(Integer.BYTES)) {
            value = value << Byte.SIZE | octet & 0xff;
        }
        return value;
    }
}
