package chat.pando.channel;

/** What ends a worker that would go on for ever: thrown where it waits, once a test has seen enough. */
final class Over extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Runs a worker until it is over, or until it ends by itself. */
    static void ends(Runnable worker) {
        try {
            worker.run();
        } catch (Over over) {
            return;
        }
    }
}
