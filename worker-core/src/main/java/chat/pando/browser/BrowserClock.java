package chat.pando.browser;

import chat.pando.host.Clock;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** The browser's time and timers. */
public final class BrowserClock implements Clock {

    /** The longest timeout that a browser takes: it does not wait at all for a longer one. */
    private static final int LONGEST = Integer.MAX_VALUE;

    @Override
    public long now() {
        return System.currentTimeMillis();
    }

    @Override
    public Alarm after(long millis, Runnable action) {
        Timer timer = new Timer(Math.max(0, millis), action);
        timer.set();
        return timer;
    }

    /** One alarm: as many timeouts in a row as its wait needs. */
    private static final class Timer implements Alarm {

        private final Runnable action;
        private long left;
        private int timeout;

        Timer(long left, Runnable action) {
            this.left = left;
            this.action = action;
        }

        void set() {
            int part = (int) Math.max(1, Math.min(left, LONGEST));
            left -= part;
            timeout = setTimeout(this::elapsed, part);
        }

        private void elapsed() {
            if (left > 0) {
                set();
            } else {
                GreenThreads.start("alarm", action);
            }
        }

        @Override
        public void cancel() {
            clearTimeout(timeout);
        }
    }

    /** What a timeout calls. */
    @JSFunctor
    interface Elapsed extends JSObject {

        void elapsed();
    }

    @JSBody(params = {"elapsed", "millis"}, script = "return setTimeout(elapsed, millis);")
    static native int setTimeout(Elapsed elapsed, int millis);

    @JSBody(params = "timeout", script = "clearTimeout(timeout);")
    static native void clearTimeout(int timeout);
}
