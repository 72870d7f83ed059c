package chat.pando.browser;

import chat.pando.host.KeyHandle;
import chat.pando.store.DiskRow;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;

/** A row as a value in IndexedDB: {@code {body: Uint8Array, keys: [a StoredKey each]}}. */
abstract class StoredRow implements JSObject {

    @JSProperty
    abstract JSObject getBody();

    @JSProperty
    abstract JSArrayReader<StoredKey> getKeys();

    static StoredRow of(DiskRow row) {
        JSArray<StoredKey> keys = new JSArray<>();
        for (KeyHandle key : row.keys()) {
            keys.push(StoredKey.of(key));
        }
        return create(Bytes.toBrowser(row.body()), keys);
    }

    @JSBody(params = {"body", "keys"}, script = "return {body: body, keys: keys};")
    private static native StoredRow create(JSObject body, JSArray<StoredKey> keys);

    /** Whether a stored value, which may be anything, is a row. */
    @JSBody(
            params = "value",
            script = "return value !== null && typeof value === 'object' && value.body instanceof Uint8Array"
                    + " && Array.isArray(value.keys) && value.keys.every(function (key) {"
                    + " return key !== null && typeof key === 'object'"
                    + " && (key.cryptoKey instanceof CryptoKey"
                    + "  || key.wrapped instanceof Uint8Array && key.cryptoKey === undefined)"
                    + " && (key.kind === 'aes-gcm' || (key.kind === 'ed25519' || key.kind === 'x25519')"
                    + " && key.publicKey instanceof Uint8Array); });")
    static native boolean isRow(JSObject value);
}
