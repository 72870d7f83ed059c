package chat.pando.core;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A place where requests wait until a test lets them on. */
final class Doorway {

    private final CountDownLatch knocked = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** Waits until a request waits here. */
    void awaitKnock() {
        await(knocked);
    }

    /** Lets on what waits here and what comes later. */
    void open() {
        opened.countDown();
    }

    /** To be called by the request. */
    void pass() {
        knocked.countDown();
        await(opened);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(Patience.MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("waited in vain at the doorway");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
