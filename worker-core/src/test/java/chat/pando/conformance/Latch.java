package chat.pando.conformance;

/** Counts down to an event that a case waits for, on threads of either kind. */
final class Latch {

    /** Only a broken host comes near it. */
    private static final long PATIENCE_MILLIS = 20_000;

    private int missing;

    Latch(int count) {
        missing = count;
    }

    synchronized void countDown() {
        missing--;
        notifyAll();
    }

    /** Waits for the event, and fails where it does not come. */
    synchronized void await(String event) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (missing > 0) {
            long left = end - System.currentTimeMillis();
            Check.that(left > 0, event);
            wait(left);
        }
    }

    /** The same, for a listener that must not throw what is checked. */
    void awaitQuietly(String event) {
        try {
            await(event);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
