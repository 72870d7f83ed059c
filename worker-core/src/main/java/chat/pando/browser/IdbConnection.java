package chat.pando.browser;

import chat.pando.host.Turns;
import chat.pando.store.StoreException;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/**
 * The connection to an account's database.
 *
 * <p>It is closed at once for whoever upgrades or deletes the database. Where the browser has closed it for reasons of its
 * own, it is opened again when it is next needed; by that only what was under way has failed. But it comes back only to
 * what it was: another epoch means that another core has taken over, and a missing database is a lost one, never a new
 * one.
 */
final class IdbConnection {

    private enum State {
        OPEN,
        /** The browser has closed it. */
        DROPPED,
        /** Another core has upgraded or opened the database. */
        OVERTAKEN,
        /** It was closed here, or the database was deleted. */
        CLOSED
    }

    private static final String EPOCH = "epoch";
    private static final String READ = "readonly";
    private static final String WRITE = "readwrite";

    private final IdbOpening opening;
    private final String name;
    private final Turns turns = new Turns();
    private Idb.Database database;
    private State state;
    private long epoch;

    /** Takes over a database that was just opened, and begins a new epoch in it. */
    IdbConnection(IdbOpening opening, String name, Idb.Database opened) {
        this.opening = opening;
        this.name = name;
        use(opened);
        try {
            epoch = beginEpoch();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** The epoch that a database is in. */
    static long epochIn(Idb.Database database) {
        try {
            return (long) number(IdbCalls.await(
                    begin(database, List.of(IdbOpening.FENCE), READ)
                            .objectStore(IdbOpening.FENCE)
                            .get(EPOCH),
                    () -> false));
        } catch (RuntimeException thrown) {
            throw IdbCalls.failure(thrown, false);
        }
    }

    private void use(Idb.Database opened) {
        database = opened;
        state = State.OPEN;
        opened.onVersionChange(event -> {
            opened.close();
            state = isDeletion(event) ? State.CLOSED : State.OVERTAKEN;
        });
        opened.onClose(event -> {
            if (state == State.OPEN) {
                state = State.DROPPED;
            }
        });
    }

    private long beginEpoch() {
        Idb.Transaction transaction = begin(database, List.of(IdbOpening.FENCE), WRITE);
        Idb.ObjectStore fence = transaction.objectStore(IdbOpening.FENCE);
        Idb.Request<JSObject> stored = fence.get(EPOCH);
        double[] next = new double[1];
        stored.onSuccess(event -> {
            next[0] = number(stored.getResult()) + 1;
            fence.put(value(next[0]), EPOCH);
        });
        IdbCalls.await(transaction, this::isClosed);
        return (long) next[0];
    }

    long epoch() {
        return epoch;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    Idb.Transaction read(List<String> stores) {
        return transaction(stores, READ);
    }

    /** A transaction that aborts itself where the epoch is another one; {@link Fenced} says whether it did. */
    Fenced write(List<String> stores) {
        Idb.Transaction transaction = transaction(stores, WRITE);
        Idb.Request<JSObject> stored = transaction.objectStore(IdbOpening.FENCE).get(EPOCH);
        Fenced fenced = new Fenced(transaction);
        stored.onSuccess(event -> {
            if (number(stored.getResult()) != epoch) {
                fenced.overtaken = true;
                transaction.abort();
            }
        });
        return fenced;
    }

    /** A transaction behind the fence. */
    final class Fenced {

        private final Idb.Transaction transaction;
        private boolean overtaken;

        private Fenced(Idb.Transaction transaction) {
            this.transaction = transaction;
        }

        Idb.ObjectStore table(String table) {
            return transaction.objectStore(table);
        }

        void abort() {
            transaction.abort();
        }

        /** Waits until it is durable. */
        void await() {
            try {
                IdbCalls.await(transaction, IdbConnection.this::isClosed);
            } catch (StoreException failure) {
                throw overtaken ? new StoreException.Fenced() : failure;
            }
        }
    }

    void close() {
        state = State.CLOSED;
        database.close();
    }

    /** The caller makes its first request before it blocks: else the transaction is over. */
    private Idb.Transaction transaction(List<String> stores, String mode) {
        if (state == State.DROPPED) {
            turns.take(this::comeBack);
        }
        if (state == State.OVERTAKEN) {
            throw new StoreException.Fenced();
        }
        try {
            return begin(database, stores, mode);
        } catch (RuntimeException thrown) {
            throw IdbCalls.failure(thrown, isClosed());
        }
    }

    private void comeBack() {
        if (state != State.DROPPED) {
            return; // somebody else has brought it back
        }
        Idb.Database again;
        try {
            again = opening.openExisting(name);
        } catch (StoreException.Lost gone) {
            state = State.CLOSED;
            throw gone;
        } catch (StoreException.Newer upgraded) {
            state = State.OVERTAKEN;
            return;
        }
        if (epochIn(again) == epoch) {
            use(again);
        } else {
            again.close();
            state = State.OVERTAKEN;
        }
    }

    private static Idb.Transaction begin(Idb.Database database, List<String> stores, String mode) {
        JSArray<JSString> names = new JSArray<>();
        stores.forEach(store -> names.push(JSString.valueOf(store)));
        return database.transaction(names, mode, Idb.strictly());
    }

    @JSBody(params = "event", script = "return event.newVersion === null;")
    private static native boolean isDeletion(JSObject event);

    @JSBody(params = "stored", script = "return typeof stored === 'number' ? stored : 0;")
    private static native double number(JSObject stored);

    @JSBody(params = "number", script = "return number;")
    private static native JSObject value(double number);
}
