package chat.pando.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/**
 * Private keys that come to this worker as bytes, into WebCrypto: as PKCS#8 (RFC 8410, section 7), since a JWK needs the
 * public half as well, which WebCrypto tells only of a key that can be extracted. That one lives until then.
 */
final class KeyImport {

    /** Functions: one loads the key, the other tells the bytes of a key's public half. */
    private static final String IMPORT = "var pkcs8 = new Uint8Array(48);"
            + "pkcs8.set([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, algorithm === 'Ed25519' ? 0x70 : 0x6e,"
            + " 4, 0x22, 4, 0x20]);"
            + "pkcs8.set(secret, 16);"
            + "var load = function (extractable) {"
            + " return crypto.subtle.importKey('pkcs8', pkcs8, {name: algorithm}, extractable, [usage]); };"
            + "var publicHalf = function (key) { return crypto.subtle.exportKey('jwk', key).then(function (jwk) {"
            + " var text = atob(jwk.x.replace(/-/g, '+').replace(/_/g, '/'));"
            + " return Uint8Array.from(text, function (c) { return c.charCodeAt(0); }).buffer; }); };";

    private KeyImport() {}

    @JSBody(
            params = {"algorithm", "usage", "secret"},
            script = IMPORT + "return load(true).then(publicHalf).then(function (publicBytes) {"
                    + " return load(false).then(function (key) {"
                    + "  pkcs8.fill(0); return {privateKey: key, publicBytes: publicBytes}; }); });")
    static native JSPromise<Subtle.Pair> pair(String algorithm, String usage, JSObject secret);

    /** As {@link KeyWrapping#newPair}: the ciphertext is bound to the public half. */
    @JSBody(
            params = {"algorithm", "usage", "secret", "wrappingKey"},
            script = IMPORT + "return load(true).then(function (open) {"
                    + " return publicHalf(open).then(function (publicBytes) {"
                    + "  var nonce = crypto.getRandomValues(new Uint8Array(12));"
                    + "  var cipher = {name: 'AES-GCM', iv: nonce, additionalData: publicBytes};"
                    + "  return crypto.subtle.wrapKey('pkcs8', open, wrappingKey, cipher).then(function (ciphertext) {"
                    + "   var wrapped = new Uint8Array(12 + ciphertext.byteLength);"
                    + "   wrapped.set(nonce); wrapped.set(new Uint8Array(ciphertext), 12);"
                    + "   return load(false).then(function (key) { pkcs8.fill(0);"
                    + "    return {privateKey: key, publicBytes: publicBytes, wrapped: wrapped}; }); }); }); });")
    static native JSPromise<KeyWrapping.WrappedPair> wrappedPair(
            String algorithm, String usage, JSObject secret, CryptoKey wrappingKey);
}
