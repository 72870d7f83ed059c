package chat.pando.tab.link;

/** The way to the core: starts it where it doesn't run yet. */
public interface Connector {

    /** Opens a line to the core of that URL; what the core says on it goes to the listener, from now on and in order. */
    Line open(String url, LineListener listener);

    /** The page goes away, or sleeps: no core may depend on it any more. Lines are closed before. */
    void leave();

    /** An open line. */
    interface Line {

        void post(String message);

        /** Hears nothing any more. What was posted before is still delivered. */
        void close();
    }

    /** Hears what comes over a line, until that is closed. */
    interface LineListener {

        void said(String message);

        /** The core can't be loaded. */
        void failed();
    }
}
