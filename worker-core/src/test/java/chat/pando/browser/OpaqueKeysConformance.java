package chat.pando.browser;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.host.AgreementKey;
import chat.pando.host.Primitives;
import chat.pando.host.SealingKey;
import chat.pando.host.SigningKey;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;

/** That no private key gives its bytes away, however it was made. */
final class OpaqueKeysConformance implements Conformance {

    private static final byte[] BYTES = new byte[32];

    private final Primitives primitives;

    OpaqueKeysConformance(Primitives primitives) {
        this.primitives = primitives;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("new keys: none can be exported", this::newKeys),
                new Case("prepared keys: none can be exported", this::preparedKeys),
                new Case("keys of known bytes: none can be exported", this::keysOfBytes));
    }

    private void newKeys() {
        requireOpaque(List.of(
                of(primitives.newSigningKey()), of(primitives.newAgreementKey()), of(primitives.newSealingKey())));
        List<CryptoKey> many = new ArrayList<>();
        primitives.newAgreementKeys(3).forEach(key -> many.add(of(key)));
        requireOpaque(many);
    }

    private void preparedKeys() {
        PreparedKeys keys = new PreparedKeys(KeyProbe.find(), new BrowserClock());
        List<CryptoKey> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(keys.newPair(KeyKind.AGREEMENT).privateKey().cryptoKey());
        }
        requireOpaque(many);
    }

    private void keysOfBytes() {
        requireOpaque(List.of(of(primitives.signingKey(BYTES)), of(primitives.agreementKey(BYTES))));
    }

    private static void requireOpaque(List<CryptoKey> keys) {
        for (CryptoKey key : keys) {
            Check.that(isOpaque(key), "a key that says it can't be exported");
            Check.equal(0, formatsOf(key).await().getLength());
        }
    }

    private static CryptoKey of(SigningKey key) {
        return ((WebSigningKey) key).key().cryptoKey();
    }

    private static CryptoKey of(AgreementKey key) {
        return ((WebAgreementKey) key).key().cryptoKey();
    }

    private static CryptoKey of(SealingKey key) {
        return ((WebSealingKey) key).key().cryptoKey();
    }

    @JSBody(params = "key", script = "return key instanceof CryptoKey && key.type !== 'public' && !key.extractable;")
    private static native boolean isOpaque(CryptoKey key);

    /** The formats, joined, in which the key can be exported after all. */
    @JSBody(
            params = "key",
            script = "return Promise.all(['raw', 'pkcs8', 'jwk'].map(function (format) {"
                    + " return crypto.subtle.exportKey(format, key).then("
                    + "function () { return format; }, function () { return ''; }); }))"
                    + ".then(function (exported) { return {length: exported.join('').length}; });")
    private static native JSPromise<Exported> formatsOf(CryptoKey key);

    /** What could be exported. */
    private interface Exported extends JSObject {

        @JSProperty
        int getLength();
    }
}
