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
}
