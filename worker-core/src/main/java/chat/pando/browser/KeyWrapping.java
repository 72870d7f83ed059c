package chat.pando.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/**
 * WebCrypto's {@code wrapKey} and {@code unwrapKey} (AES-GCM), for browsers that can't store a CryptoKey: a private key
 * leaves WebCrypto as ciphertext only. Each call is one chain of promises, as in {@link Subtle}.
 */
final class KeyWrapping {

    private KeyWrapping() {}

    /** A key and its ciphertext: nonce, ciphertext, tag. */
    interface WrappedKey extends JSObject {

        @JSProperty
        CryptoKey getKey();

        @JSProperty
        JSObject getWrapped();
    }

    /** A pair whose private half comes with its ciphertext. */
    interface WrappedPair extends Subtle.Pair {

        @JSProperty
        JSObject getWrapped();
    }

    /** The ciphertext is bound to the public key. What can be extracted lives until it is wrapped, and no longer. */
    @JSBody(
            params = {"algorithm", "usage", "wrappingKey"},
            script = Subtle.GENERATE + "return generate(algorithm, usage, true, 10).then(function (pair) {"
                    + " return crypto.subtle.exportKey('raw', pair.publicKey).then(function (publicBytes) {"
                    + "  var nonce = crypto.getRandomValues(new Uint8Array(12));"
                    + "  var cipher = {name: 'AES-GCM', iv: nonce, additionalData: publicBytes};"
                    + "  return crypto.subtle.wrapKey('pkcs8', pair.privateKey, wrappingKey, cipher)"
                    + "  .then(function (ciphertext) {"
                    + "   var wrapped = new Uint8Array(12 + ciphertext.byteLength);"
                    + "   wrapped.set(nonce); wrapped.set(new Uint8Array(ciphertext), 12);"
                    + "   return crypto.subtle.unwrapKey("
                    + "    'pkcs8', ciphertext, wrappingKey, cipher, {name: algorithm}, false, [usage])"
                    + "   .then(function (key) {"
                    + "    return {privateKey: key, publicBytes: publicBytes, wrapped: wrapped}; }); }); }); });")
    static native JSPromise<WrappedPair> newPair(String algorithm, String usage, CryptoKey wrappingKey);

    @JSBody(
            params = "wrappingKey",
            script = "var bytes = crypto.getRandomValues(new Uint8Array(32)), usages = ['encrypt', 'decrypt'];"
                    + "var nonce = crypto.getRandomValues(new Uint8Array(12));"
                    + "var cipher = {name: 'AES-GCM', iv: nonce, additionalData: new Uint8Array(0)};"
                    + "return crypto.subtle.importKey('raw', bytes, 'AES-GCM', true, usages).then(function (key) {"
                    + " return crypto.subtle.wrapKey('raw', key, wrappingKey, cipher); })"
                    + ".then(function (ciphertext) {"
                    + " var wrapped = new Uint8Array(12 + ciphertext.byteLength);"
                    + " wrapped.set(nonce); wrapped.set(new Uint8Array(ciphertext), 12);"
                    + " return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, usages).then(function (key) {"
                    + "  bytes.fill(0); return {key: key, wrapped: wrapped}; }); });")
    static native JSPromise<WrappedKey> newSealingKey(CryptoKey wrappingKey);

    /** A key that wraps others, that can't be read. */
    @JSBody(
            script = "return crypto.subtle.generateKey("
                    + "{name: 'AES-GCM', length: 256}, false, ['wrapKey', 'unwrapKey']);")
    static native JSPromise<CryptoKey> newWrappingKey();

    @JSBody(
            params = "bytes",
            script = "return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);")
    static native JSPromise<CryptoKey> importWrappingKey(JSObject bytes);

    /** One of several keys to unwrap. */
    @JSBody(
            params = {"format", "algorithm", "usages", "publicKey", "wrapped"},
            script = "return {format: format, algorithm: algorithm, usages: usages.split(' '),"
                    + " publicKey: publicKey || new Uint8Array(0), wrapped: wrapped};")
    static native JSObject toUnwrap(
            String format, String algorithm, String usages, JSObject publicKey, JSObject wrapped);

    /** In order; null stands for what does not open. */
    @JSBody(
            params = {"wrappingKey", "keys"},
            script = "return Promise.all(keys.map(function (key) {"
                    + " return crypto.subtle.unwrapKey(key.format, key.wrapped.subarray(12), wrappingKey,"
                    + " {name: 'AES-GCM', iv: key.wrapped.subarray(0, 12), additionalData: key.publicKey},"
                    + " {name: key.algorithm}, false, key.usages)"
                    + ".then(null, function (error) {"
                    + " if (error.name === 'DataError' || error.name === 'OperationError') { return null; }"
                    + " throw error; }); }));")
    static native JSPromise<JSArrayReader<CryptoKey>> unwrapAll(CryptoKey wrappingKey, JSArrayReader<JSObject> keys);
}
