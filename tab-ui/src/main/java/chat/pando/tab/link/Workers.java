package chat.pando.tab.link;

/** Workers of this page alone: they end with it. */
@FunctionalInterface
public interface Workers {

    Worker start(String url, Fate fate);

    /** A running worker. */
    @FunctionalInterface
    interface Worker {

        /** Ends it in the middle of whatever it does. */
        void terminate();
    }

    /** Hears how a worker ends by itself. */
    interface Fate {

        /** It has closed itself. */
        void closed();

        /** Its script can't be loaded, or threw. */
        void failed();
    }
}
