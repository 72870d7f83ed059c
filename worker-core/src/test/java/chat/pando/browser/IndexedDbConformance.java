package chat.pando.browser;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.host.Host;
import chat.pando.store.AccountEntry;
import chat.pando.store.CorruptRow;
import chat.pando.store.Draft;
import chat.pando.store.KeyRange;
import chat.pando.store.Row;
import chat.pando.store.Store;
import chat.pando.store.StoreException;
import chat.pando.store.Table;
import chat.pando.store.migration.Migrations;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;

/** What only a browser's database does: it can be of another version, closed from outside, and hold anything. */
final class IndexedDbConformance implements Conformance {

    private static final AccountEntry ENTRY = new AccountEntry("@indexeddb:conformance.example", "https://x", 1);
    private static final String DATABASE = "pando/" + ENTRY.userId();

    private static final int PATIENCE_MILLIS = 500;

    private final List<CorruptRow> corrupt = new ArrayList<>();
    private final IndexedDbAccounts accounts;

    IndexedDbConformance(Host host, KeyStorage keys) {
        accounts = new IndexedDbAccounts(
                host, keys, new IdbOpening(Migrations.current(), PATIENCE_MILLIS), corrupt::add);
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("a database of a newer version is refused and left as it is", this::newer),
                new Case("a value that is no row is named and passed over", this::noRow),
                new Case("whoever upgrades the database finds it closed, and fences who had it", this::upgraded),
                new Case("whoever deletes the database finds it closed, and it is lost", this::deleted),
                new Case("a database that the browser has closed is opened again as it was", this::dropped),
                new Case("a database that the browser has closed and deleted is lost", this::evicted),
                new Case("a database that another has opened meanwhile is not opened again", this::overtaken),
                new Case("who holds a database against its deletion is waited for, but not for ever", this::held),
                new Case("what opens too late for anybody is closed again", this::late),
                new Case("a corrupt entry of the list of accounts is passed over", this::corruptEntry));
    }

    private void newer() {
        accounts.delete(ENTRY.userId());
        openRaw(DATABASE, 99).await();
        Check.throwsA(StoreException.Newer.class, () -> accounts.open(ENTRY));
        Check.throwsA(StoreException.Newer.class, () -> accounts.open(ENTRY));
        accounts.delete(ENTRY.userId());
    }

    private void noRow() {
        Store store = accounts.create(ENTRY);
        Draft draft = store.draft();
        for (String key : List.of("a", "b", "c", "d", "e")) {
            draft.put(Table.ROOMS, new Row(key, "{}"));
        }
        store.commit(draft.changes());
        putRaw(DATABASE, "rooms", "b", text("nonsense")).await();
        putRaw(DATABASE, "rooms", "c", withoutKeys()).await();
        putRaw(DATABASE, "rooms", "d", withForeignKey()).await();
        corrupt.clear();
        List<String> whole = store.scan(Table.ROOMS, KeyRange.all()).stream().map(Row::key).toList();
        Check.equal(List.of("a", "e"), whole);
        Check.equal(
                List.of(
                        new CorruptRow(Table.ROOMS, "b"),
                        new CorruptRow(Table.ROOMS, "c"),
                        new CorruptRow(Table.ROOMS, "d")),
                corrupt);
        store.close();
        accounts.delete(ENTRY.userId());
    }

    private void upgraded() {
        Store store = accounts.create(ENTRY);
        openRaw(DATABASE, 99).await();
        Check.throwsA(StoreException.Fenced.class, () -> store.scan(Table.ROOMS, KeyRange.all()));
        accounts.delete(ENTRY.userId());
    }

    private void deleted() {
        Store store = accounts.create(ENTRY);
        accounts.delete(ENTRY.userId());
        Check.throwsA(StoreException.Closed.class, () -> store.scan(Table.ROOMS, KeyRange.all()));
    }

    private void dropped() {
        Store store = withRow();
        drop(DATABASE);
        Check.equal("{}", store.get(Table.ROOMS, "row").orElseThrow().body());
        drop(DATABASE);
        put(store, "another");
        Check.equal(2, store.scan(Table.ROOMS, KeyRange.all()).size());
        Check.equal(1L, accounts.epoch(ENTRY.userId()));
        accounts.delete(ENTRY.userId());
    }

    private void evicted() {
        Store store = withRow();
        drop(DATABASE);
        accounts.delete(ENTRY.userId());
        Check.throwsA(StoreException.Lost.class, () -> store.get(Table.ROOMS, "row"));
        Check.throwsA(StoreException.Closed.class, () -> put(store, "another"));
        Check.throwsA(StoreException.Lost.class, () -> accounts.open(ENTRY));
    }

    private void overtaken() {
        Store store = withRow();
        drop(DATABASE);
        accounts.open(ENTRY).close();
        Check.throwsA(StoreException.Fenced.class, () -> put(store, "another"));
        Check.throwsA(StoreException.Fenced.class, () -> store.get(Table.ROOMS, "row"));
        accounts.delete(ENTRY.userId());
    }

    private void held() {
        accounts.create(ENTRY).close();
        JSObject deaf = holdRaw(DATABASE).await();
        Check.throwsA(StoreException.Held.class, () -> accounts.delete(ENTRY.userId()));
        release(deaf);
        accounts.delete(ENTRY.userId());
    }

    private void late() {
        withRow().close();
        JSObject deaf = holdRaw(DATABASE).await();
        Check.throwsA(StoreException.Held.class, () -> accounts.delete(ENTRY.userId()));
        Check.throwsA(StoreException.Held.class, () -> accounts.open(ENTRY));
        release(deaf);
        withRow().close();
        accounts.delete(ENTRY.userId());
    }

    private void corruptEntry() {
        accounts.put(ENTRY);
        putRaw("pando", "accounts", "@corrupt:conformance.example", text("nonsense")).await();
        Check.equal(
                List.of(ENTRY),
                accounts.list().stream()
                        .filter(entry -> entry.userId().endsWith(":conformance.example"))
                        .toList());
        accounts.delete("@corrupt:conformance.example");
        accounts.delete(ENTRY.userId());
    }

    /** A store of one row, whose database is the one that {@link #drop} drops. */
    private Store withRow() {
        watchOpening();
        Store store = accounts.create(ENTRY);
        put(store, "row");
        return store;
    }

    private static void put(Store store, String key) {
        Draft draft = store.draft();
        draft.put(Table.ROOMS, new Row(key, "{}"));
        store.commit(draft.changes());
    }

    /** Remembers what is opened from now on, which no page or worker can else get hold of. */
    @JSBody(
            script = "if (self.pandoOpened) { return; }"
                    + "self.pandoOpened = {};"
                    + "var open = IDBFactory.prototype.open;"
                    + "IDBFactory.prototype.open = function (name) {"
                    + " var request = open.apply(this, arguments);"
                    + " request.addEventListener('success', function () { self.pandoOpened[name] = request.result; });"
                    + " return request; };")
    private static native void watchOpening();

    /** Does to the connection opened last what a browser does that closes it for reasons of its own. */
    @JSBody(
            params = "name",
            script = "var database = self.pandoOpened[name];"
                    + "database.close(); database.dispatchEvent(new Event('close'));")
    private static native void drop(String name);

    /** Opens a database and lets go of it for nobody. */
    @JSBody(
            params = "name",
            script = "return new Promise(function (resolve, reject) { var request = indexedDB.open(name);"
                    + " request.onerror = reject;"
                    + " request.onsuccess = function () { resolve(request.result); }; });")
    private static native JSPromise<JSObject> holdRaw(String name);

    @JSBody(params = "database", script = "database.close();")
    private static native void release(JSObject database);

    /** Opens and closes a database, so that it is of that version at least. */
    @JSBody(
            params = {"name", "version"},
            script = "return new Promise(function (resolve, reject) { var request = indexedDB.open(name, version);"
                    + " request.onerror = reject;"
                    + " request.onsuccess = function () { request.result.close(); resolve(undefined); }; });")
    private static native JSPromise<JSUndefined> openRaw(String name, int version);

    @JSBody(
            params = {"name", "table", "key", "value"},
            script = "return new Promise(function (resolve, reject) { var request = indexedDB.open(name);"
                    + " request.onerror = reject;"
                    + " request.onsuccess = function () { var database = request.result;"
                    + "  var transaction = database.transaction(table, 'readwrite');"
                    + "  transaction.objectStore(table).put(value, key);"
                    + "  transaction.onabort = reject;"
                    + "  transaction.oncomplete = function () { database.close(); resolve(undefined); }; }; });")
    private static native JSPromise<JSUndefined> putRaw(String name, String table, String key, JSObject value);

    @JSBody(params = "text", script = "return text;")
    private static native JSObject text(String text);

    @JSBody(script = "return {body: new Uint8Array(40)};")
    private static native JSObject withoutKeys();

    @JSBody(script = "return {body: new Uint8Array(40), keys: [{kind: 'rsa', publicKey: null, cryptoKey: 1}]};")
    private static native JSObject withForeignKey();
}
