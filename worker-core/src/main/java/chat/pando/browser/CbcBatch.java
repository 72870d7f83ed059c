package chat.pando.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/**
 * AES-CBC of whole batches, each in one call: for each message some bytes of which the first 32 are its key and the last
 * 16 its IV.
 */
abstract class CbcBatch implements JSObject {

    private CbcBatch() {}

    /** The ciphertexts. */
    abstract JSPromise<JSArrayReader<JSObject>> encrypt(JSArrayReader<JSObject> keys, JSArrayReader<JSObject> plaintexts);

    /** The plaintexts; null in place of each whose padding is wrong. */
    abstract JSPromise<JSArrayReader<JSObject>> decrypt(JSArrayReader<JSObject> keys, JSArrayReader<JSObject> ciphertexts);

    /**
     * One message alone is the most frequent of all batches. What WebCrypto reads lies in the same few arrays at each call,
     * for a browser makes objects of its own for each array that it hasn't seen: a twentieth of an Olm round trip. It copies
     * what it reads before a call returns (Web Cryptography API, "SubtleCrypto interface"), and then keys and data are wiped
     * from them.
     */
    @JSBody(
            script = "var subtle = crypto.subtle, encrypting = ['encrypt'], decrypting = ['decrypt'];"
                    + "var raw = new Uint8Array(32), iv = new Uint8Array(16), cbc = {name: 'AES-CBC', iv: iv};"
                    + "var room = new ArrayBuffer(2048), stretches = [];"
                    + "var stretch = function (data) {"
                    + " if (data.length > room.byteLength) { return data; }"
                    + " var blank = stretches[data.length] || "
                    + "(stretches[data.length] = new Int8Array(room, 0, data.length));"
                    + " blank.set(data);"
                    + " return blank; };"
                    + "var load = function (keys, usages) {"
                    + " for (var i = 0; i < 32; i++) { raw[i] = keys[i]; }"
                    + " var loaded = subtle.importKey('raw', raw, 'AES-CBC', false, usages);"
                    + " raw.fill(0);"
                    + " return loaded; };"
                    + "var perform = function (operation, keys, key, data) {"
                    + " for (var i = 0, at = keys.length - 16; i < 16; i++) { iv[i] = keys[at + i]; }"
                    + " var read = stretch(data);"
                    + " var begun = subtle[operation](cbc, key, read);"
                    + " if (read !== data) { read.fill(0); }"
                    + " return begun; };"
                    + "var encrypt = function (keys, plaintext) { return load(keys, encrypting)"
                    + ".then(function (key) { return perform('encrypt', keys, key, plaintext); }); };"
                    + "var decrypt = function (keys, ciphertext) { return load(keys, decrypting)"
                    + ".then(function (key) { return perform('decrypt', keys, key, ciphertext); }); };"
                    + "var refused = function (error) {"
                    + " if (error.name === 'OperationError') { return null; } throw error; };"
                    + "return {encrypt: function (keys, plaintexts) {"
                    + "  return keys.length === 1"
                    + "   ? encrypt(keys[0], plaintexts[0]).then(Array.of)"
                    + "   : Promise.all(plaintexts.map(function (plaintext, i) { return encrypt(keys[i], plaintext); })); },"
                    + " decrypt: function (keys, ciphertexts) {"
                    + "  return keys.length === 1"
                    + "   ? decrypt(keys[0], ciphertexts[0]).then(Array.of, function (error) { return [refused(error)]; })"
                    + "   : Promise.all(ciphertexts.map(function (ciphertext, i) {"
                    + "    return decrypt(keys[i], ciphertext).then(null, refused); })); }};")
    static native CbcBatch create();
}
