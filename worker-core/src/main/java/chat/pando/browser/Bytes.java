package chat.pando.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/** Java's bytes as a browser's, and back. */
final class Bytes {

    private Bytes() {}

    /** A Uint8Array over the same memory: for a browser to read at once, or to clone. */
    static JSObject toBrowser(byte[] bytes) {
        return unsigned(Int8Array.fromJavaArray(bytes));
    }

    /** The bytes of an ArrayBuffer or of a view of one; the memory is shared. */
    static byte[] fromBrowser(JSObject bytes) {
        return signed(bytes).toJavaArray();
    }

    @JSBody(params = "a", script = "return new Uint8Array(a.buffer, a.byteOffset, a.length);")
    private static native JSObject unsigned(Int8Array a);

    @JSBody(
            params = "a",
            script = "return a instanceof ArrayBuffer ? new Int8Array(a)"
                    + " : new Int8Array(a.buffer, a.byteOffset, a.byteLength);")
    private static native Int8Array signed(JSObject a);
}
