package chat.pando.host;

/** The time, and the only way to wait for it. */
public interface Clock {

    /** Milliseconds since the Unix epoch. */
    long now();

    /** Runs an action once, {@code millis} from now, on a thread of its own. */
    Alarm after(long millis, Runnable action);

    /** An action that is due later. */
    interface Alarm {

        /** Takes the action back; without effect once it has begun. */
        void cancel();
    }
}
