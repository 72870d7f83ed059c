package chat.pando.browser;

import chat.pando.host.Log;
import org.teavm.jso.JSBody;

/** The browser's console. */
public final class BrowserLog implements Log {

    @Override
    public void info(String message) {
        writeInfo("pando: " + message);
    }

    @Override
    public void warn(String message) {
        writeWarning("pando: " + message);
    }

    @JSBody(params = "message", script = "console.info(message);")
    private static native void writeInfo(String message);

    @JSBody(params = "message", script = "console.warn(message);")
    private static native void writeWarning(String message);
}
