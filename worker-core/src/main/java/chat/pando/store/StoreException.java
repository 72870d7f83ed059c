package chat.pando.store;

/** The store could not do what it was asked; nothing of the change was written. */
public sealed class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private StoreException(String message) {
        super(message);
    }

    /** Another core has opened the store since: this one has lost its right to write, for good. */
    public static final class Fenced extends StoreException {

        private static final long serialVersionUID = 1;

        public Fenced() {
            super("another core has taken over");
        }
    }

    /** The browser has no room left for this site. */
    public static final class QuotaExceeded extends StoreException {

        private static final long serialVersionUID = 1;

        public QuotaExceeded() {
            super("no storage space left");
        }
    }

    /** The database was closed: by a version change, by eviction, or by {@link Store#close()}. */
    public static final class Closed extends StoreException {

        private static final long serialVersionUID = 1;

        public Closed() {
            super("the database was closed");
        }
    }

    /** The database refused, for a reason that is none of the above. */
    public static final class Failed extends StoreException {

        private static final long serialVersionUID = 1;

        /** @param name the DOMException's name or the like; never data */
        public Failed(String name) {
            super("the database failed: " + name);
        }
    }

    /** The account is registered but its data are gone: evicted by the browser, or never written. */
    public static final class Lost extends StoreException {

        private static final long serialVersionUID = 1;

        public Lost() {
            super("the account's data are gone");
        }
    }

    /** Somebody else stands in the way of the database for so long that a person should know; it may pass. */
    public static final class Held extends StoreException {

        private static final long serialVersionUID = 1;

        public Held() {
            super("the database is held by somebody else");
        }
    }

    /** A newer version of Pando has written this database; this version must not touch it. */
    public static final class Newer extends StoreException {

        private static final long serialVersionUID = 1;

        public Newer() {
            super("the database was written by a newer version");
        }
    }

    /** A stored row that the account can't be run without was damaged. */
    public static final class Corrupt extends StoreException {

        private static final long serialVersionUID = 1;

        public Corrupt(Table table) {
            super("a stored row is damaged in " + table.stored());
        }
    }
}
