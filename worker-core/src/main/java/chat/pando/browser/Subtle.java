package chat.pando.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/**
 * The browser's SubtleCrypto (W3C Web Cryptography; Ed25519 and X25519 by its "Secure Curves" part).
 *
 * <p>Each call is one chain of promises from the bytes to the result, so that Java waits once. Where data are refused
 * ({@code OperationError}, {@code DataError}), the result is {@code null}; any other failure is a fault of the caller or
 * of the browser and rejects the promise.
 */
final class Subtle {

    /**
     * A function that generates a pair, again if need be: WebKitGTK 2.50 fails at one X25519 pair in 256 and at one
     * Ed25519 pair in 128, those whose bytes begin with zero. Were the failure another one, it would soon be told.
     */
    static final String GENERATE = "var generate = function (algorithm, usage, extractable, left) {"
            + " return crypto.subtle.generateKey({name: algorithm}, extractable, [usage]).then(null, function (error) {"
            + " if (error.name !== 'OperationError' || left === 0) { throw error; }"
            + " return generate(algorithm, usage, extractable, left - 1); }); };";

    private Subtle() {}

    /** An asymmetric key pair with its public half exported. */
    interface Pair extends JSObject {

        @JSProperty
        CryptoKey getPrivateKey();

        @JSProperty
        JSObject getPublicBytes();
    }

    @JSBody(
            params = {"algorithm", "usage"},
            script = GENERATE + "return generate(algorithm, usage, false, 10).then(function (pair) {"
                    + " return crypto.subtle.exportKey('raw', pair.publicKey).then(function (bytes) {"
                    + "  return {privateKey: pair.privateKey, publicBytes: bytes}; }); });")
    static native JSPromise<Pair> generatePair(String algorithm, String usage);

    @JSBody(script = "return crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);")
    static native JSPromise<CryptoKey> generateSealingKey();

    @JSBody(
            params = {"key", "message"},
            script = "return crypto.subtle.sign('Ed25519', key, message);")
    static native JSPromise<JSObject> sign(CryptoKey key, JSObject message);

    /** Resolves with an empty array where the signature holds, and with null where it doesn't or the key is malformed. */
    @JSBody(
            params = {"publicKey", "message", "signature"},
            script = "return crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])"
                    + ".then(function (key) { return crypto.subtle.verify('Ed25519', key, signature, message); })"
                    + ".then(function (holds) { return holds ? [] : null; }, function (error) {"
                    + " if (error.name === 'DataError' || error.name === 'OperationError') { return null; }"
                    + " throw error; });")
    static native JSPromise<JSObject> verify(JSObject publicKey, JSObject message, JSObject signature);

    @JSBody(
            params = {"mine", "theirs"},
            script = "return crypto.subtle.importKey('raw', theirs, 'X25519', false, [])"
                    + ".then(function (key) {"
                    + " return crypto.subtle.deriveBits({name: 'X25519', public: key}, mine, 256); })"
                    + ".then(null, function (error) {"
                    + " if (error.name === 'DataError' || error.name === 'OperationError') { return null; }"
                    + " throw error; });")
    static native JSPromise<JSObject> agree(CryptoKey mine, JSObject theirs);

    @JSBody(
            params = {"key", "iv", "plaintext"},
            script = "return crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt'])"
                    + ".then(function (k) { return crypto.subtle.encrypt({name: 'AES-CBC', iv: iv}, k, plaintext); });")
    static native JSPromise<JSObject> cbcEncrypt(JSObject key, JSObject iv, JSObject plaintext);

    @JSBody(
            params = {"key", "iv", "ciphertext"},
            script = "return crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt'])"
                    + ".then(function (k) { return crypto.subtle.decrypt({name: 'AES-CBC', iv: iv}, k, ciphertext)"
                    + ".then(null, function (error) {"
                    + " if (error.name === 'OperationError') { return null; } throw error; }); });")
    static native JSPromise<JSObject> cbcDecrypt(JSObject key, JSObject iv, JSObject ciphertext);

    /** All 128 bits of the counter count. */
    @JSBody(
            params = {"key", "counter", "data"},
            script = "return crypto.subtle.importKey('raw', key, 'AES-CTR', false, ['encrypt'])"
                    + ".then(function (k) { return crypto.subtle.encrypt("
                    + "{name: 'AES-CTR', counter: counter, length: 128}, k, data); });")
    static native JSPromise<JSObject> ctr(JSObject key, JSObject counter, JSObject data);

    @JSBody(
            params = {"password", "salt", "rounds", "bits"},
            script = "return crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])"
                    + ".then(function (key) { return crypto.subtle.deriveBits("
                    + "{name: 'PBKDF2', hash: 'SHA-512', salt: salt, iterations: rounds}, key, bits); });")
    static native JSPromise<JSObject> pbkdf2(JSObject password, JSObject salt, int rounds, int bits);

    @JSBody(
            params = {"key", "nonce", "plaintext", "associatedData"},
            script = "return crypto.subtle.encrypt("
                    + "{name: 'AES-GCM', iv: nonce, additionalData: associatedData}, key, plaintext);")
    static native JSPromise<JSObject> gcmEncrypt(
            CryptoKey key, JSObject nonce, JSObject plaintext, JSObject associatedData);

    @JSBody(
            params = {"key", "nonce", "ciphertext", "associatedData"},
            script = "return crypto.subtle.decrypt("
                    + "{name: 'AES-GCM', iv: nonce, additionalData: associatedData}, key, ciphertext)"
                    + ".then(null, function (error) {"
                    + " if (error.name === 'OperationError') { return null; } throw error; });")
    static native JSPromise<JSObject> gcmDecrypt(
            CryptoKey key, JSObject nonce, JSObject ciphertext, JSObject associatedData);

    /** Each is its nonce, its ciphertext and its tag. */
    @JSBody(
            params = {"key", "places", "texts"},
            script = "var encoder = new TextEncoder();"
                    + "return Promise.all(texts.map(function (text, i) {"
                    + " var nonce = crypto.getRandomValues(new Uint8Array(12));"
                    + " return crypto.subtle.encrypt("
                    + "{name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(places[i])}, key, encoder.encode(text))"
                    + ".then(function (ciphertext) {"
                    + " var sealed = new Uint8Array(12 + ciphertext.byteLength);"
                    + " sealed.set(nonce); sealed.set(new Uint8Array(ciphertext), 12); return sealed; }); }));")
    static native JSPromise<JSArrayReader<JSObject>> sealTexts(
            CryptoKey key, JSArrayReader<JSString> places, JSArrayReader<JSString> texts);

    /** Null stands for what does not open. */
    @JSBody(
            params = {"key", "places", "sealed"},
            script = "var encoder = new TextEncoder(), decoder = new TextDecoder('utf-8', {ignoreBOM: true});"
                    + "return Promise.all(sealed.map(function (bytes, i) {"
                    + " if (bytes.length < 28) { return null; }"
                    + " return crypto.subtle.decrypt({name: 'AES-GCM', iv: bytes.subarray(0, 12),"
                    + " additionalData: encoder.encode(places[i])}, key, bytes.subarray(12))"
                    + ".then(function (plaintext) { return decoder.decode(plaintext); }, function (error) {"
                    + " if (error.name === 'OperationError') { return null; } throw error; }); }));")
    static native JSPromise<JSArrayReader<JSString>> openTexts(
            CryptoKey key, JSArrayReader<JSString> places, JSArrayReader<JSObject> sealed);
}
