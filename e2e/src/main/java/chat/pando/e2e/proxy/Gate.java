package chat.pando.e2e.proxy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A gate before which requests wait until a test opens it. */
public final class Gate {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    void pass() throws InterruptedException {
        reached.countDown();
        opened.await();
    }

    /** Waits until a request stands before the gate. */
    public void awaitReached() throws InterruptedException {
        if (!reached.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("No request came to the gate within 60 s");
        }
    }

    public void open() {
        opened.countDown();
    }
}
