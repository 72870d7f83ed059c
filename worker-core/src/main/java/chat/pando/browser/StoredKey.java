package chat.pando.browser;

import chat.pando.host.KeyHandle;
import chat.pando.store.StoreException;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** A key handle as a value in IndexedDB, which stores CryptoKeys as such. */
abstract class StoredKey implements JSObject {

    private static final String SIGNING = "ed25519";
    private static final String AGREEMENT = "x25519";
    private static final String SEALING = "aes-gcm";

    @JSProperty
    abstract String getKind();

    @JSProperty
    abstract JSObject getPublicKey();

    @JSProperty
    abstract CryptoKey getCryptoKey();

    static StoredKey of(KeyHandle key) {
        if (key instanceof WebSigningKey signing) {
            return create(SIGNING, Bytes.toBrowser(signing.publicKey()), signing.cryptoKey());
        }
        if (key instanceof WebAgreementKey agreement) {
            return create(AGREEMENT, Bytes.toBrowser(agreement.publicKey()), agreement.cryptoKey());
        }
        if (key instanceof WebSealingKey sealing) {
            return create(SEALING, null, sealing.cryptoKey());
        }
        throw new IllegalArgumentException("a key of another host");
    }

    static KeyHandle toHandle(StoredKey stored) {
        return switch (stored.getKind()) {
            case SIGNING -> new WebSigningKey(stored.getCryptoKey(), Bytes.fromBrowser(stored.getPublicKey()));
            case AGREEMENT -> new WebAgreementKey(stored.getCryptoKey(), Bytes.fromBrowser(stored.getPublicKey()));
            case SEALING -> new WebSealingKey(stored.getCryptoKey());
            default -> throw new StoreException.Failed("unknown kind of key");
        };
    }

    @JSBody(
            params = {"kind", "publicKey", "cryptoKey"},
            script = "return {kind: kind, publicKey: publicKey, cryptoKey: cryptoKey};")
    private static native StoredKey create(String kind, JSObject publicKey, CryptoKey cryptoKey);
}
