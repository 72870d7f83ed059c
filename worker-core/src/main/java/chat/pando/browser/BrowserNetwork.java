package chat.pando.browser;

import chat.pando.host.Network;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** What the browser believes about the network. */
public final class BrowserNetwork implements Network {

    @Override
    public boolean online() {
        return navigatorOnline();
    }

    @Override
    public void onChange(Runnable listener) {
        listen(() -> GreenThreads.start("network", listener));
    }

    @JSBody(script = "return navigator.onLine !== false;")
    private static native boolean navigatorOnline();

    @JSBody(
            params = "listener",
            script = "self.addEventListener('online', listener); self.addEventListener('offline', listener);")
    private static native void listen(Changed listener);

    /** What the browser calls when the network comes or goes. */
    @JSFunctor
    private interface Changed extends JSObject {

        void changed();
    }
}
