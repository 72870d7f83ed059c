package chat.pando.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/**
 * X25519 with other people's keys, of which those that were loaded lately stay so. Both turns of an Olm ratchet take the
 * same key, and a new session takes two keys three times; to load one costs a fifth of an agreement.
 *
 * <p>They are kept in a Map of the browser from the first four of their bytes, as a number, to all of them and to a
 * promise of a CryptoKey, or to the key itself once it is there. Of keys that begin alike the last one stays. WebCrypto
 * reads all of them from the same array ({@link CbcBatch}).
 */
abstract class ImportedKeys implements JSObject {

    private ImportedKeys() {}

    /**
     * For each derivation the shared secrets, one after the other; null where any of its agreements gives none.
     *
     * @param mine   for each derivation the keys of ours
     * @param theirs and as many public keys
     */
    abstract JSPromise<JSArrayReader<JSObject>> agreeAll(
            JSArrayReader<JSArray<CryptoKey>> mine, JSArrayReader<JSArray<JSObject>> theirs);

    /** The secret of one agreement alone, as both turns of a ratchet want it, or null: the only answer. */
    abstract JSPromise<JSArrayReader<JSObject>> agreeOnce(CryptoKey mine, JSObject theirs);

    @JSBody(
            script = "var subtle = crypto.subtle, kept = new Map(), derived = [], raw = new Uint8Array(32);"
                    + "var equal = function (one, other) {"
                    + " for (var i = 0; i < 32; i++) { if (one[i] !== other[i]) { return false; } }"
                    + " return one.length === other.length; };"
                    + "var load = function (name, bytes) {"
                    + " var loaded = {bytes: bytes.slice(), key: null, promise: null};"
                    + " var fits = bytes.length === raw.length;"
                    + " if (fits) { raw.set(bytes); }"
                    + " loaded.promise = subtle.importKey('raw', fits ? raw : bytes, 'X25519', false, derived);"
                    + " kept.set(name, loaded);"
                    + " if (kept.size > 64) { kept.delete(kept.keys().next().value); }"
                    + " return loaded; };"
                    + "var agree = function (mine, theirs) {"
                    + " var name = theirs[0] & 255 | (theirs[1] & 255) << 8 | (theirs[2] & 255) << 16 | theirs[3] << 24;"
                    + " var known = kept.get(name);"
                    + " var loaded = known && equal(known.bytes, theirs) ? known : load(name, theirs);"
                    + " if (loaded.key) { return subtle.deriveBits({name: 'X25519', public: loaded.key}, mine, 256); }"
                    + " return loaded.promise.then(function (key) {"
                    + "  loaded.key = key;"
                    + "  return subtle.deriveBits({name: 'X25519', public: key}, mine, 256); }); };"
                    + "var join = function (secrets) {"
                    + " var all = new Uint8Array(32 * secrets.length);"
                    + " secrets.forEach(function (secret, i) { all.set(new Uint8Array(secret), 32 * i); });"
                    + " return all; };"
                    + "var agreeOnAll = function (mine, theirs) {"
                    + " return Promise.all(mine.map(function (key, i) { return agree(key, theirs[i]); })).then(join); };"
                    + "var refused = function (error) {"
                    + " if (error.name === 'OperationError' || error.name === 'DataError') { return null; } throw error; };"
                    + "return {agreeOnce: function (mine, theirs) {"
                    + "  return agree(mine, theirs).then(Array.of, function (error) { return [refused(error)]; }); },"
                    + " agreeAll: function (mine, theirs) {"
                    + "  return Promise.all(mine.map(function (keys, i) {"
                    + "   return agreeOnAll(keys, theirs[i]).then(null, refused); })); }};")
    static native ImportedKeys none();
}
