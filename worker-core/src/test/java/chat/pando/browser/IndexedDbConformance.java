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

    private final List<CorruptRow> corrupt = new ArrayList<>();
    private final IndexedDbAccounts accounts;

    IndexedDbConformance(Host host) {
        accounts = new IndexedDbAccounts(host, corrupt::add);
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("a database of a newer version is refused and left as it is", this::newer),
                new Case("a value that is no row is named and passed over", this::noRow),
                new Case("whoever upgrades or deletes the database finds it closed", this::versionChange));
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

    private void versionChange() {
        Store store = accounts.create(ENTRY);
        openRaw(DATABASE, 99).await();
        Check.throwsA(StoreException.Closed.class, () -> store.scan(Table.ROOMS, KeyRange.all()));
        accounts.delete(ENTRY.userId());
    }

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
