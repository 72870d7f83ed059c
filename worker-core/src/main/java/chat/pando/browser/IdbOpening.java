package chat.pando.browser;

import chat.pando.store.StoreException;
import chat.pando.store.migration.Migrations;
import chat.pando.store.migration.Schema;
import java.util.function.Supplier;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;

/**
 * The way to IndexedDB's databases: opens and deletes them, and says when that takes so long that somebody must stand
 * in the way.
 *
 * <p>Who has a database open in an older version is told to let go of it, and Pando does so at once; but a frozen
 * worker hears nothing. Then the browser keeps the request until it can be granted. It can't be taken back: so where
 * nobody waits for it any more, what it opens is closed again.
 */
final class IdbOpening {

    /** In each database of an account, beside its tables: where the epoch is. */
    static final String FENCE = "fence";

    private final Migrations migrations;
    private final int patienceMillis;

    /**
     * @param migrations     of the databases of accounts
     * @param patienceMillis how long a request may take before somebody is said to stand in its way
     */
    IdbOpening(Migrations migrations, int patienceMillis) {
        this.migrations = migrations;
        this.patienceMillis = patienceMillis;
    }

    /** The database of an account, migrated to the latest version; made where it is missing. */
    Idb.Database openOrCreate(String name) {
        return openLatest(name, true);
    }

    /**
     * The database of an account, migrated to the latest version.
     *
     * @throws StoreException.Lost where it is missing
     */
    Idb.Database openExisting(String name) {
        return openLatest(name, false);
    }

    private Idb.Database openLatest(String name, boolean create) {
        Idb.OpenRequest request = begin(() -> Idb.open(name, migrations.latest()));
        boolean[] missing = new boolean[1];
        request.onUpgradeNeeded(event -> {
            missing[0] = Idb.oldVersion(event) == 0 && !create;
            if (missing[0]) {
                request.getTransaction().abort(); // so that the database is not left behind, empty
            } else {
                migrate(request.getResult(), Idb.oldVersion(event));
            }
        });
        return await(request, missing);
    }

    /**
     * A database in the version that it has.
     *
     * @throws StoreException.Lost where it is missing
     */
    Idb.Database openAsItIs(String name) {
        Idb.OpenRequest request = begin(() -> Idb.open(name));
        boolean[] missing = new boolean[1];
        request.onUpgradeNeeded(event -> {
            missing[0] = true;
            request.getTransaction().abort();
        });
        return await(request, missing);
    }

    /** A small database of one table. */
    Idb.Database openSmall(String name, int version, String table) {
        Idb.OpenRequest request = begin(() -> Idb.open(name, version));
        request.onUpgradeNeeded(event -> request.getResult().createObjectStore(table));
        return await(request, new boolean[1]);
    }

    void delete(String name) {
        Idb.Request<JSObject> request = begin(() -> Idb.delete(name));
        await(request, () -> {});
        IdbCalls.requireSuccess(request, () -> false);
    }

    /** A browser that lets nobody at its storage may throw at once, instead of failing the request. */
    private static <R> R begin(Supplier<R> request) {
        try {
            return request.get();
        } catch (RuntimeException denied) {
            throw IdbCalls.failure(denied, false);
        }
    }

    private Idb.Database await(Idb.OpenRequest request, boolean[] missing) {
        await(request, () -> request.getResult().close());
        try {
            IdbCalls.requireSuccess(request, () -> false);
        } catch (StoreException failure) {
            throw missing[0] ? new StoreException.Lost() : failure;
        }
        return request.getResult();
    }

    /** @param ifLate what to do with the result where nobody waits for it any more */
    private void await(Idb.Request<?> request, Runnable ifLate) {
        boolean[] answered = new boolean[1];
        boolean[] late = new boolean[1];
        int[] timeout = new int[1];
        new JSPromise<JSUndefined>((resolve, reject) -> {
            request.onSuccess(event -> {
                answered[0] = true;
                if (late[0]) {
                    ifLate.run();
                }
                resolve.accept(JSUndefined.instance());
            });
            request.onError(event -> {
                answered[0] = true;
                resolve.accept(JSUndefined.instance());
            });
            timeout[0] = BrowserClock.setTimeout(() -> resolve.accept(JSUndefined.instance()), patienceMillis);
        }).await();
        BrowserClock.clearTimeout(timeout[0]);
        late[0] = !answered[0];
        if (late[0]) {
            throw new StoreException.Held();
        }
    }

    private void migrate(Idb.Database database, int from) {
        if (from == 0) {
            database.createObjectStore(FENCE);
        }
        migrations.migrate(from, new Schema() {
            @Override
            public void createTable(String name) {
                database.createObjectStore(name);
            }

            @Override
            public void deleteTable(String name) {
                database.deleteObjectStore(name);
            }
        });
    }
}
