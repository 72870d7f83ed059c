package chat.pando.browser;

import chat.pando.host.KeyHandle;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A key handle as a value in IndexedDB: {@code {kind, publicKey, cryptoKey}}, or {@code {kind, publicKey, wrapped}} in
 * a browser that can't store CryptoKeys.
 */
abstract class StoredKey implements JSObject {

    @JSProperty
    abstract String getKind();

    @JSProperty
    abstract JSObject getPublicKey();

    /** Undefined where the key is wrapped. */
    @JSProperty
    abstract CryptoKey getCryptoKey();

    /** Undefined where the key is not wrapped. */
    @JSProperty
    abstract JSObject getWrapped();

    static StoredKey of(KeyHandle key) {
        if (key instanceof WebSigningKey signing) {
            return of(KeyKind.SIGNING, Bytes.toBrowser(signing.publicKey()), signing.key());
        }
        if (key instanceof WebAgreementKey agreement) {
            return of(KeyKind.AGREEMENT, Bytes.toBrowser(agreement.publicKey()), agreement.key());
        }
        if (key instanceof WebSealingKey sealing) {
            return of(KeyKind.SEALING, null, sealing.key());
        }
        throw new IllegalArgumentException("a key of another host");
    }

    private static StoredKey of(KeyKind kind, JSObject publicKey, WebKey key) {
        return key.wrapped()
                .map(bytes -> wrapped(kind.stored(), publicKey, bytes))
                .orElseGet(() -> opaque(kind.stored(), publicKey, key.cryptoKey()));
    }

    static boolean isWrapped(StoredKey stored) {
        return hasWrapped(stored);
    }

    /** This key, whose wrapped bytes are to be opened. */
    static JSObject toUnwrap(StoredKey stored) {
        KeyKind kind = kind(stored);
        return KeyWrapping.toUnwrap(
                kind.format(), kind.algorithm(), kind.usages(), stored.getPublicKey(), stored.getWrapped());
    }

    /**
     * The handle of this key.
     *
     * @param unwrapped the key that its wrapped bytes contain, or null where it is not wrapped
     */
    static KeyHandle toHandle(StoredKey stored, CryptoKey unwrapped) {
        WebKey key = isWrapped(stored)
                ? new WebKey(unwrapped, Optional.of(stored.getWrapped()))
                : WebKey.opaque(stored.getCryptoKey());
        return switch (kind(stored)) {
            case SIGNING -> new WebSigningKey(key, Bytes.fromBrowser(stored.getPublicKey()));
            case AGREEMENT -> new WebAgreementKey(key, Bytes.fromBrowser(stored.getPublicKey()));
            case SEALING -> new WebSealingKey(key);
        };
    }

    private static KeyKind kind(StoredKey stored) {
        return KeyKind.ofStored(stored.getKind()).orElseThrow(); // a row with another kind of key is none
    }

    @JSBody(
            params = {"kind", "publicKey", "cryptoKey"},
            script = "return {kind: kind, publicKey: publicKey, cryptoKey: cryptoKey};")
    private static native StoredKey opaque(String kind, JSObject publicKey, CryptoKey cryptoKey);

    @JSBody(
            params = {"kind", "publicKey", "bytes"},
            script = "return {kind: kind, publicKey: publicKey, wrapped: bytes};")
    private static native StoredKey wrapped(String kind, JSObject publicKey, JSObject bytes);

    @JSBody(params = "stored", script = "return stored.wrapped !== undefined;")
    private static native boolean hasWrapped(StoredKey stored);
}
