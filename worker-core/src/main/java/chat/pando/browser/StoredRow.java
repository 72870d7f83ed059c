package chat.pando.browser;

import chat.pando.host.KeyHandle;
import chat.pando.store.DiskRow;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;

/** A row as a value in IndexedDB: {@code {body: Uint8Array, keys: [{kind, publicKey, cryptoKey}]}}. */
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

    /** The row of this value. Of a value that is none it has an empty body, which opens as nothing. */
    static DiskRow toDiskRow(String key, JSObject value) {
        if (!isRow(value)) {
            return new DiskRow(key, new byte[0], List.of());
        }
        StoredRow stored = (StoredRow) value;
        JSArrayReader<StoredKey> storedKeys = stored.getKeys();
        List<KeyHandle> keys = new ArrayList<>(storedKeys.getLength());
        for (int i = 0; i < storedKeys.getLength(); i++) {
            keys.add(StoredKey.toHandle(storedKeys.get(i)));
        }
        return new DiskRow(key, Bytes.fromBrowser(stored.getBody()), keys);
    }

    @JSBody(params = {"body", "keys"}, script = "return {body: body, keys: keys};")
    private static native StoredRow create(JSObject body, JSArray<StoredKey> keys);

    @JSBody(
            params = "value",
            script = "return value !== null && typeof value === 'object' && value.body instanceof Uint8Array"
                    + " && Array.isArray(value.keys) && value.keys.every(function (key) {"
                    + " return key !== null && typeof key === 'object' && key.cryptoKey instanceof CryptoKey"
                    + " && (key.kind === 'aes-gcm' || (key.kind === 'ed25519' || key.kind === 'x25519')"
                    + " && key.publicKey instanceof Uint8Array); });")
    private static native boolean isRow(JSObject value);
}
