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

    /** One message alone is the most frequent of all batches. */
    @JSBody(
            script = "var subtle = crypto.subtle, encrypting = ['encrypt'], decrypting = ['decrypt'];"
                    + "var encrypt = function (keys, plaintext) {"
                    + " return subtle.importKey('raw', keys.subarray(0, 32), 'AES-CBC', false, encrypting)"
                    + ".then(function (key) { return subtle.encrypt("
                    + "{name: 'AES-CBC', iv: keys.subarray(keys.length - 16)}, key, plaintext); }); };"
                    + "var decrypt = function (keys, ciphertext) {"
                    + " return subtle.importKey('raw', keys.subarray(0, 32), 'AES-CBC', false, decrypting)"
                    + ".then(function (key) { return subtle.decrypt("
                    + "{name: 'AES-CBC', iv: keys.subarray(keys.length - 16)}, key, ciphertext); }); };"
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
