package chat.pando.browser;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.host.AgreementKey;
import chat.pando.host.Host;
import chat.pando.host.SigningKey;
import chat.pando.store.AccountEntry;
import chat.pando.store.CorruptRow;
import chat.pando.store.Draft;
import chat.pando.store.KeyRange;
import chat.pando.store.Row;
import chat.pando.store.Store;
import chat.pando.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.core.JSUndefined;

/** What lies in the database where keys are stored as ciphertext, and what becomes of it when it is changed. */
final class WrappedKeysConformance implements Conformance {

    private final AccountEntry entry;
    private final String database;
    private final Host host;
    private final KeyStorage keys;
    private final List<CorruptRow> corrupt = new ArrayList<>();
    private final IndexedDbAccounts accounts;

    WrappedKeysConformance(Host host, KeyStorage keys, String name) {
        this.host = host;
        this.keys = keys;
        this.entry = new AccountEntry("@wrapped:" + name, "https://x", 1);
        this.database = "pando/" + entry.userId();
        this.accounts = new IndexedDbAccounts(host, keys, corrupt::add);
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("no private key lies open in the database", this::nothingOpen),
                new Case("a key whose ciphertext was changed makes a corrupt row, which is passed over", this::changed),
                new Case("a key is bound to its public half", this::bound),
                new Case("a browser that can do better by now reads what it stored before", this::betterNow));
    }

    private void nothingOpen() {
        Store store = filled();
        String found = kindsOfKeys(database, "rooms").await().stringValue();
        Check.equal("ed25519:wrapped:76 x25519:wrapped:76 x25519:wrapped:76", found);
        discard(store);
    }

    private void changed() {
        Store store = filled();
        change(database, "rooms", "b", key -> flip(key.getWrapped())).await();
        Check.equal(List.of("a", "c"), rowsOf(store));
        Check.equal(List.of(new CorruptRow(Table.ROOMS, "b")), corrupt);
        discard(store);
    }

    private void bound() {
        Store store = filled();
        change(database, "rooms", "b", key -> flip(key.getPublicKey())).await();
        Check.equal(List.of("a", "c"), rowsOf(store));
        change(database, "rooms", "c", WrappedKeysConformance::cutOff).await();
        Check.equal(List.of("a"), rowsOf(store));
        discard(store);
    }

    private void betterNow() {
        filled().close();
        KeyStorage better = new OpaqueKeys(Optional.empty(), keys.unwrapping());
        Store store = new IndexedDbAccounts(host, better, corrupt::add).open(entry);
        Row row = store.get(Table.ROOMS, "a").orElseThrow();
        SigningKey key = (SigningKey) row.keys().get(0);
        byte[] signature = host.primitives().sign(key, new byte[1]);
        Check.that(host.primitives().verify(key.publicKey(), new byte[1], signature), "a key that signs");
        discard(store);
    }

    /** A store with a signing key in row a, and an agreement key each in b and c. */
    private Store filled() {
        corrupt.clear();
        Store store = accounts.create(entry);
        Draft draft = store.draft();
        draft.put(Table.ROOMS, new Row("a", "{}", List.of(host.primitives().newSigningKey())));
        for (String key : List.of("b", "c")) {
            AgreementKey agreement = host.primitives().newAgreementKey();
            draft.put(Table.ROOMS, new Row(key, "{}", List.of(agreement)));
        }
        store.commit(draft.changes());
        return store;
    }

    private static List<String> rowsOf(Store store) {
        return store.scan(Table.ROOMS, KeyRange.all()).stream().map(Row::key).toList();
    }

    private void discard(Store store) {
        store.close();
        accounts.delete(entry.userId());
    }

    /** Changes one bit; the memory is the browser's own. */
    private static void flip(JSObject bytes) {
        Bytes.fromBrowser(bytes)[20] ^= 1;
    }

    @JSBody(
            params = {"name", "table"},
            script = "return new Promise(function (resolve, reject) { var request = indexedDB.open(name);"
                    + " request.onerror = reject;"
                    + " request.onsuccess = function () { var database = request.result;"
                    + "  var rows = database.transaction(table).objectStore(table).getAll();"
                    + "  rows.onerror = reject;"
                    + "  rows.onsuccess = function () { database.close();"
                    + "   resolve(rows.result.flatMap(function (row) { return row.keys; }).map(function (key) {"
                    + "    return key.kind + ':' + Object.keys(key).filter(function (name) {"
                    + "     return name !== 'kind' && name !== 'publicKey'; }).join() + ':' + key.wrapped.length;"
                    + "   }).join(' ')); }; }; });")
    private static native JSPromise<JSString> kindsOfKeys(String name, String table);

    /** Does something to the key of a row while nobody looks. */
    @JSBody(
            params = {"name", "table", "row", "change"},
            script = "return new Promise(function (resolve, reject) { var request = indexedDB.open(name);"
                    + " request.onerror = reject;"
                    + " request.onsuccess = function () { var database = request.result;"
                    + "  var transaction = database.transaction(table, 'readwrite');"
                    + "  var store = transaction.objectStore(table), found = store.get(row);"
                    + "  found.onsuccess = function () { change(found.result.keys[0]); store.put(found.result, row); };"
                    + "  transaction.onabort = reject;"
                    + "  transaction.oncomplete = function () { database.close(); resolve(undefined); }; }; });")
    private static native JSPromise<JSUndefined> change(String name, String table, String row, Change change);

    @JSBody(params = "key", script = "key.wrapped = key.wrapped.slice(0, 3);")
    private static native void cutOff(StoredKey key);

    /** What is done to a stored key. */
    @JSFunctor
    private interface Change extends JSObject {

        void to(StoredKey key);
    }
}
