package chat.pando.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/**
 * Whole batches of what Olm and Megolm do, each in one call: the promises in between never come back to Java.
 *
 * <p>Where data are refused ({@code OperationError}, {@code DataError}), the result is {@code null}, as in
 * {@link Subtle}.
 */
final class SubtleBatch {

    /** Null in place of what was refused. */
    private static final String REFUSED = "var refused = function (error) {"
            + " if (error.name === 'OperationError' || error.name === 'DataError') { return null; } throw error; };";

    private static final String HMAC = "var hmac = function (key, message) {"
            + " return crypto.subtle.importKey('raw', key, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign'])"
            + ".then(function (k) { return crypto.subtle.sign('HMAC', k, message); }); };";

    private static final String HKDF = "var hkdf = function (secret, salt, info, bits) {"
            + " return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])"
            + ".then(function (k) { return crypto.subtle.deriveBits("
            + "{name: 'HKDF', hash: 'SHA-256', salt: salt, info: info}, k, bits); }); };";

    /** The keys of one message, as views of what HKDF has yielded: AES's, HMAC's, the IV. */
    private static final String MESSAGE_KEYS = HKDF + HMAC + "var noSalt = new Uint8Array(32);"
            + "var messageKeys = function (secret) { return hkdf(secret, noSalt, info, 640).then(function (bits) {"
            + " return {aes: new Uint8Array(bits, 0, 32), mac: new Uint8Array(bits, 32, 32),"
            + " cbc: {name: 'AES-CBC', iv: new Uint8Array(bits, 64, 16)}}; }); };";

    private SubtleBatch() {}

    @JSBody(
            params = {"algorithm", "usage", "count"},
            script = Subtle.GENERATE + "var pairs = [];"
                    + "for (var i = 0; i < count; i++) {"
                    + " pairs.push(generate(algorithm, usage, false, 10).then(function (pair) {"
                    + " return crypto.subtle.exportKey('raw', pair.publicKey).then(function (bytes) {"
                    + "  return {privateKey: pair.privateKey, publicBytes: bytes}; }); })); }"
                    + "return Promise.all(pairs);")
    static native JSPromise<JSArrayReader<Subtle.Pair>> generatePairs(String algorithm, String usage, int count);

    @JSBody(
            params = {"key", "messages"},
            script = "return Promise.all(messages.map(function (message) {"
                    + " return crypto.subtle.sign('Ed25519', key, message); }));")
    static native JSPromise<JSArrayReader<JSObject>> sign(CryptoKey key, JSArrayReader<JSObject> messages);

    /** Null in place of each that does not hold; of all, where the key is malformed. */
    @JSBody(
            params = {"publicKey", "messages", "signatures"},
            script = REFUSED
                    + "return crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])"
                    + ".then(null, refused).then(function (key) {"
                    + " return Promise.all(messages.map(function (message, i) {"
                    + "  return key && crypto.subtle.verify('Ed25519', key, signatures[i], message)"
                    + ".then(function (holds) { return holds ? key : null; }, refused); })); });")
    static native JSPromise<JSArrayReader<JSObject>> verify(
            JSObject publicKey, JSArrayReader<JSObject> messages, JSArrayReader<JSObject> signatures);

    /** What each secret yields; null in place of each that is null. */
    @JSBody(
            params = {"secrets", "salts", "info", "bits"},
            script = HKDF + "return Promise.all(secrets.map(function (secret, i) {"
                    + " return secret && hkdf(secret, salts[i], info, bits); }));")
    static native JSPromise<JSArrayReader<JSObject>> hkdf(
            JSArrayReader<JSObject> secrets, JSArrayReader<JSObject> salts, JSObject info, int bits);

    @JSBody(
            params = {"key", "message", "steps"},
            script = HMAC + "var keys = [];"
                    + "var step = function (key) {"
                    + " keys.push(key); return keys.length < steps ? hmac(key, message).then(step) : keys; };"
                    + "return hmac(key, message).then(step);")
    static native JSPromise<JSArrayReader<JSObject>> hmacChain(JSObject key, JSObject message, int steps);

    /** Each is its header, its ciphertext and the beginning of their code. */
    @JSBody(
            params = {"info", "codeLength", "secrets", "headers", "plaintexts"},
            script = MESSAGE_KEYS
                    + "return Promise.all(secrets.map(function (secret, i) {"
                    + " return messageKeys(secret).then(function (keys) {"
                    + "  return crypto.subtle.importKey('raw', keys.aes, 'AES-CBC', false, ['encrypt'])"
                    + ".then(function (k) { return crypto.subtle.encrypt(keys.cbc, k, plaintexts[i]); })"
                    + ".then(function (ciphertext) {"
                    + "  var length = headers[i].length + ciphertext.byteLength;"
                    + "  var message = new Uint8Array(length + codeLength);"
                    + "  message.set(headers[i]); message.set(new Uint8Array(ciphertext), headers[i].length);"
                    + "  return hmac(keys.mac, message.subarray(0, length)).then(function (code) {"
                    + "   message.set(new Uint8Array(code, 0, codeLength), length); return message; }); }); }); }));")
    static native JSPromise<JSArrayReader<JSObject>> encipher(
            JSObject info,
            int codeLength,
            JSArrayReader<JSObject> secrets,
            JSArrayReader<JSObject> headers,
            JSArrayReader<JSObject> plaintexts);

    /** Null in place of each that its code, compared in constant time, does not vouch for, or whose padding is wrong. */
    @JSBody(
            params = {"info", "secrets", "authenticated", "ciphertexts", "codes"},
            script = REFUSED + MESSAGE_KEYS
                    + "var equal = function (one, other) {"
                    + " var difference = 0;"
                    + " for (var i = 0; i < one.length; i++) { difference |= one[i] ^ other[i]; }"
                    + " return difference === 0; };"
                    + "return Promise.all(secrets.map(function (secret, i) {"
                    + " return messageKeys(secret).then(function (keys) {"
                    + "  return hmac(keys.mac, authenticated[i]).then(function (code) {"
                    + "   if (!equal(codes[i], new Uint8Array(code, 0, codes[i].length))) { return null; }"
                    + "   return crypto.subtle.importKey('raw', keys.aes, 'AES-CBC', false, ['decrypt'])"
                    + ".then(function (k) { return crypto.subtle.decrypt(keys.cbc, k, ciphertexts[i]); })"
                    + ".then(null, refused); }); }); }));")
    static native JSPromise<JSArrayReader<JSObject>> decipher(
            JSObject info,
            JSArrayReader<JSObject> secrets,
            JSArrayReader<JSObject> authenticated,
            JSArrayReader<JSObject> ciphertexts,
            JSArrayReader<JSObject> codes);
}
