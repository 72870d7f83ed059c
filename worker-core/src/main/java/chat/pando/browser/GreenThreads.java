package chat.pando.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSExceptions;
import org.teavm.jso.JSObject;

/**
 * TeaVM's threads, which take turns on the worker's one thread: the only place where the core may block.
 *
 * <p>What a browser calls back (a timer, an event) is no such thread and must not block, so it starts one here.
 *
 * <p>A thread must not block inside {@code synchronized}: of several others that wait for such a monitor, TeaVM 0.15
 * wakes one and forgets the rest.
 */
final class GreenThreads {

    private GreenThreads() {}

    /**
     * Makes threads start and wake at once. TeaVM does both by {@code setTimeout(…, 0)}, which a browser delays by 4 ms
     * when one such leads to another; a message to oneself it does not delay. To be called once, before any thread.
     */
    static void quicken() {
        replaceZeroTimeouts();
    }

    /** Runs the action on a new thread. What escapes it is written to the console, and only that thread ends. */
    static void start(String name, Runnable action) {
        new Thread(() -> runGuarded(name, action), name).start();
    }

    /** Runs the action here. What escapes it is written to the console. */
    static void runGuarded(String name, Runnable action) {
        try {
            action.run();
        } catch (Throwable death) {
            report("pando: thread \"" + name + "\" died of " + death.getClass().getName(),
                    JSExceptions.getJSException(death));
        }
    }

    @JSBody(
            script = "var later = self.setTimeout, channel = new MessageChannel(), due = [];"
                    + "channel.port1.onmessage = function () { due.shift()(); };"
                    + "self.setTimeout = function (action, millis) {"
                    + " if (millis > 0) { return later.apply(self, arguments); }"
                    + " due.push(action); channel.port2.postMessage(0); return 0; };")
    private static native void replaceZeroTimeouts();

    @JSBody(params = {"message", "error"}, script = "console.error(message, error);")
    private static native void report(String message, JSObject error);
}
