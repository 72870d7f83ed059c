package chat.pando.tab.link;

/** Runs things later. */
@FunctionalInterface
public interface Timers {

    Cancel after(int milliseconds, Runnable action);

    /** Takes it back; without effect once it ran. */
    @FunctionalInterface
    interface Cancel {

        void cancel();
    }
}
