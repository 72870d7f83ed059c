package chat.pando.tab.link;

/** How tabs and the core learn of each other's end: each holds a lock while it lives, and waits on the other's. */
public interface Liveness {

    /** Takes the lock, then runs the action. The lock is kept until released, or until the tab is gone. */
    Release hold(String lock, Runnable whenHeld);

    /** Runs the action once, when nobody holds the lock exclusively any more. Waits as long as it takes. */
    Release whenFree(String lock, Runnable action);

    /** Ends holding, or waiting. */
    @FunctionalInterface
    interface Release {

        void release();
    }
}
