package chat.pando.browser;

import chat.pando.host.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.typedarrays.Int8Array;

/** Java's bytes as a browser's, and back. */
final class Bytes {

    private Bytes() {}

    /** A Uint8Array over the same memory: for a browser to read at once, or to clone. */
    static JSObject toBrowser(byte[] bytes) {
        return unsigned(Int8Array.fromJavaArray(bytes));
    }

    /** A stretch of the same memory, as {@link #toBrowser(byte[])}. */
    static JSObject toBrowser(byte[] bytes, Span span) {
        return unsigned(stretch(Int8Array.fromJavaArray(bytes), span.from(), span.to()));
    }

    /** The bytes of an ArrayBuffer or of a view of one; the memory is shared. */
    static byte[] fromBrowser(JSObject bytes) {
        return signed(bytes).toJavaArray();
    }

    /** The same memory as the Int8Array that it is to TeaVM: for WebCrypto, which reads any view, and sees no signs. */
    static JSObject toWebCrypto(byte[] bytes) {
        return Int8Array.fromJavaArray(bytes);
    }

    /** A stretch of the same memory, as {@link #toWebCrypto(byte[])}. */
    static JSObject toWebCrypto(byte[] bytes, Span span) {
        return stretch(Int8Array.fromJavaArray(bytes), span.from(), span.to());
    }

    /** Each as {@link #toWebCrypto(byte[])}. */
    static JSArrayReader<JSObject> listToWebCrypto(List<byte[]> list) {
        JSArray<JSObject> array = new JSArray<>();
        for (byte[] bytes : list) {
            array.push(toWebCrypto(bytes));
        }
        return array;
    }

    static List<byte[]> listFromBrowser(JSArrayReader<JSObject> array) {
        List<byte[]> list = new ArrayList<>(array.getLength());
        for (int i = 0; i < array.getLength(); i++) {
            list.add(fromBrowser(array.get(i)));
        }
        return list;
    }

    /** One answer for each thing that was asked; empty where it was refused. */
    static List<Optional<byte[]>> answers(JSArrayReader<JSObject> answers) {
        boolean[] all = new boolean[answers.getLength()];
        Arrays.fill(all, true);
        return answers(answers, all);
    }

    /** The answers to what was asked, one for each in order; empty where there was none, or nothing was asked. */
    static List<Optional<byte[]>> answers(JSArrayReader<JSObject> answers, boolean[] asked) {
        List<Optional<byte[]>> all = new ArrayList<>(asked.length);
        int next = 0;
        for (boolean was : asked) {
            JSObject answer = was ? answers.get(next++) : null;
            all.add(answer == null ? Optional.empty() : Optional.of(fromBrowser(answer)));
        }
        return all;
    }

    @JSBody(params = {"a", "from", "to"}, script = "return a.subarray(from, to);")
    private static native Int8Array stretch(Int8Array a, int from, int to);

    @JSBody(params = "a", script = "return new Uint8Array(a.buffer, a.byteOffset, a.length);")
    private static native JSObject unsigned(Int8Array a);

    @JSBody(
            params = "a",
            script = "return a instanceof ArrayBuffer ? new Int8Array(a)"
                    + " : new Int8Array(a.buffer, a.byteOffset, a.byteLength);")
    private static native Int8Array signed(JSObject a);
}
