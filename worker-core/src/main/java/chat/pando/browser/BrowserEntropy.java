package chat.pando.browser;

import chat.pando.host.Entropy;
import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/** The browser's secure random source. */
public final class BrowserEntropy implements Entropy {

    /** {@code getRandomValues} refuses more than this at once. */
    private static final int AT_ONCE = 65_536;

    @Override
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int done = 0; done < count; done += AT_ONCE) {
            Int8Array part = new Int8Array(Math.min(AT_ONCE, count - done));
            fill(part);
            System.arraycopy(part.copyToJavaArray(), 0, bytes, done, part.getLength());
        }
        return bytes;
    }

    @JSBody(params = "array", script = "crypto.getRandomValues(array);")
    private static native void fill(Int8Array array);
}
