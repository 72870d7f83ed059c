package chat.pando.browser;

import chat.pando.host.KeyCustody;
import chat.pando.store.StoreException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/**
 * Finds out how this browser can keep private keys, by giving IndexedDB one of each kind and taking it back.
 *
 * <p>That a key was taken does not say that it is kept: WebKit stores an X25519 key from a page and reads {@code null},
 * and from a SharedWorker it stores no key at all.
 */
final class KeyProbe {

    private static final String DATABASE = "pando-keys";

    private KeyProbe() {}

    /**
     * The best that this browser does. Where its database can't be asked nothing is known, and CryptoKeys are what will
     * be tried.
     */
    static KeyStorage find() {
        if (knownCurves().await() == null) {
            return new NoKeys();
        }
        try (KeyDatabase database = KeyDatabase.open(DATABASE)) {
            return best(database, storable(database));
        } catch (StoreException unavailable) {
            return new OpaqueKeys(Optional.empty(), Optional.empty());
        }
    }

    /** What {@link #find} gives a browser that stores CryptoKeys of these kinds only. */
    static KeyStorage best(KeyDatabase database, Set<KeyKind> storable) {
        if (storable.size() == KeyKind.values().length) {
            return new OpaqueKeys(Optional.of(KeyCustody.OPAQUE), database.wrappingKey());
        }
        boolean sealed = storable.contains(KeyKind.SEALING);
        return new WrappedKeys(
                database.wrappingKey().orElseGet(() -> database.createWrappingKey(sealed)), sealed);
    }

    private static Set<KeyKind> storable(KeyDatabase database) {
        Map<KeyKind, CryptoKey> tried = new EnumMap<>(KeyKind.class);
        for (KeyKind kind : KeyKind.values()) {
            tried.put(kind, newKey(kind));
        }
        Set<KeyKind> storable = EnumSet.noneOf(KeyKind.class);
        database.thereAndBack(tried).forEach((kind, back) -> {
            if (isKey(back, kind.algorithm())) {
                storable.add(kind);
            }
        });
        return storable;
    }

    private static CryptoKey newKey(KeyKind kind) {
        return kind == KeyKind.SEALING
                ? Subtle.generateSealingKey().await()
                : Subtle.generatePair(kind.algorithm(), kind.usages()).await().getPrivateKey();
    }

    /** Null where one of them is not known; that a key could not be made this time says nothing. */
    @JSBody(
            script = "var isKnown = function (name, usage) {"
                    + " return crypto.subtle.generateKey({name: name}, false, [usage]).then("
                    + "  function () { return true; },"
                    + "  function (error) { return error.name !== 'NotSupportedError'; }); };"
                    + "return Promise.all([isKnown('Ed25519', 'sign'), isKnown('X25519', 'deriveBits')])"
                    + ".then(function (known) { return known.includes(false) ? null : known; });")
    private static native JSPromise<JSObject> knownCurves();

    @JSBody(
            params = {"value", "algorithm"},
            script = "return value instanceof CryptoKey && value.algorithm.name === algorithm && !value.extractable;")
    private static native boolean isKey(JSObject value, String algorithm);
}
