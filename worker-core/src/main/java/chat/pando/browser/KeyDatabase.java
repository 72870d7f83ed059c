package chat.pando.browser;

import chat.pando.store.StoreException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/**
 * The small database of the browser profile with the key that wraps others, where there is one. It is open for a moment
 * only, when the core starts.
 */
final class KeyDatabase implements AutoCloseable {

    private static final int VERSION = 1;
    private static final String KEYS = "keys";
    private static final String WRAPPING_KEY = "wrapping";
    private static final String PROBE = "probe/";

    private final Idb.Database database;

    private KeyDatabase(Idb.Database database) {
        this.database = database;
        database.onVersionChange(event -> database.close());
    }

    static KeyDatabase open(String name) {
        try {
            Idb.OpenRequest request = Idb.open(name, VERSION);
            request.onUpgradeNeeded(event -> request.getResult().createObjectStore(KEYS));
            return new KeyDatabase(IdbCalls.await(request, () -> false));
        } catch (RuntimeException thrown) {
            throw IdbCalls.failure(thrown, false);
        }
    }

    /** What becomes of keys that are stored and read: of each that was not refused, the value in its place. */
    Map<KeyKind, JSObject> thereAndBack(Map<KeyKind, CryptoKey> keys) {
        Idb.Transaction transaction = transaction("readwrite");
        Idb.ObjectStore store = transaction.objectStore(KEYS);
        Map<KeyKind, Idb.Request<JSObject>> reading = new EnumMap<>(KeyKind.class);
        keys.forEach((kind, key) -> {
            String name = PROBE + kind.stored();
            if (put(store, key, name)) {
                reading.put(kind, store.get(name));
                store.remove(name);
            }
        });
        IdbCalls.await(transaction, () -> false);
        Map<KeyKind, JSObject> back = new EnumMap<>(KeyKind.class);
        reading.forEach((kind, request) -> back.put(kind, request.getResult()));
        return back;
    }

    /** The wrapping key of this profile, if it has one. */
    Optional<CryptoKey> wrappingKey() {
        Idb.Request<JSObject> request = transaction("readonly").objectStore(KEYS).get(WRAPPING_KEY);
        return toKey(IdbCalls.await(request, () -> false));
    }

    /**
     * A wrapping key for this profile: a new one, unless another core has stored one meanwhile.
     *
     * @param opaque whether it can be stored as a CryptoKey; else its bytes are stored
     */
    CryptoKey createWrappingKey(boolean opaque) {
        JSObject created = opaque ? KeyWrapping.newWrappingKey().await() : randomBytes();
        Idb.Transaction transaction = transaction("readwrite");
        Idb.ObjectStore store = transaction.objectStore(KEYS);
        Idb.Request<JSObject> stored = store.get(WRAPPING_KEY);
        stored.onSuccess(event -> {
            if (!isKeyOrBytes(stored.getResult())) {
                store.put(created, WRAPPING_KEY);
            }
        });
        IdbCalls.await(transaction, () -> false);
        return wrappingKey().orElseThrow(() -> new StoreException.Failed("the wrapping key was not kept"));
    }

    @Override
    public void close() {
        database.close();
    }

    private Idb.Transaction transaction(String mode) {
        JSArray<JSString> stores = new JSArray<>();
        stores.push(JSString.valueOf(KEYS));
        return database.transaction(stores, mode, Idb.strictly());
    }

    private static Optional<CryptoKey> toKey(JSObject stored) {
        if (!isKeyOrBytes(stored)) {
            return Optional.empty();
        }
        return Optional.of(isBytes(stored) ? KeyWrapping.importWrappingKey(stored).await() : (CryptoKey) stored);
    }

    /** Storing throws what can't be cloned, and leaves the transaction as it was. */
    @JSBody(
            params = {"store", "value", "name"},
            script = "try { store.put(value, name); return true; } catch (refused) { return false; }")
    private static native boolean put(Idb.ObjectStore store, JSObject value, String name);

    @JSBody(script = "return crypto.getRandomValues(new Uint8Array(32));")
    private static native JSObject randomBytes();

    @JSBody(params = "value", script = "return value instanceof Uint8Array;")
    private static native boolean isBytes(JSObject value);

    @JSBody(
            params = "value",
            script = "return value instanceof CryptoKey || value instanceof Uint8Array && value.length === 32;")
    private static native boolean isKeyOrBytes(JSObject value);
}
