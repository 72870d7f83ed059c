package chat.pando.browser;

import org.teavm.interop.Async;
import org.teavm.interop.AsyncCallback;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExceptions;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/**
 * What WebCrypto has answered to a batch.
 *
 * <p>{@link JSPromise#await} and its {@code then} do the same for any type, and for that make a Java object for each of
 * the browser's that passes, and a weak reference to find it again: that takes as long as a message's ciphers.
 */
final class Answers {

    private final JSArrayReader<JSObject> all;

    private Answers(JSArrayReader<JSObject> all) {
        this.all = all;
    }

    /** What is to be done with answers, before anybody waits for more: it may not wait itself. */
    @JSFunctor
    interface Step extends JSObject {

        JSPromise<JSArrayReader<JSObject>> after(JSArrayReader<JSObject> answers);
    }

    /** What comes of a promise: answers, or null and an error. One function for both, since each costs. */
    @JSFunctor
    private interface Arrival extends JSObject {

        void of(JSArrayReader<JSObject> answers, JSObject error);
    }

    /** They themselves. */
    JSArrayReader<JSObject> all() {
        return all;
    }

    /** Waits for them. To be called from where they are wanted: each method that waits adds to what waiting takes. */
    @Async
    static native Answers of(JSPromise<JSArrayReader<JSObject>> promise);

    @SuppressWarnings("unused") // TeaVM calls it in the place of the method above
    private static void of(JSPromise<JSArrayReader<JSObject>> promise, AsyncCallback<Answers> callback) {
        settle(promise, arrival(callback));
    }

    /** Waits for them, and then for what the step has made of them. */
    @Async
    static native Answers of(JSPromise<JSArrayReader<JSObject>> promise, Step step);

    @SuppressWarnings("unused") // TeaVM calls it in the place of the method above
    private static void of(
            JSPromise<JSArrayReader<JSObject>> promise, Step step, AsyncCallback<Answers> callback) {
        settle(promise, step, arrival(callback));
    }

    private static Arrival arrival(AsyncCallback<Answers> callback) {
        return (answers, error) -> {
            if (answers == null) {
                callback.error(JSExceptions.getJavaException(error));
            } else {
                callback.complete(new Answers(answers));
            }
        };
    }

    @JSBody(
            params = {"promise", "arrival"},
            script = "promise.then(arrival, function (error) { arrival(null, error); });")
    private static native void settle(JSPromise<JSArrayReader<JSObject>> promise, Arrival arrival);

    /** The step returns nothing to its promise: to be resolved by another one takes a promise two turns more. */
    @JSBody(
            params = {"promise", "step", "arrival"},
            script = "var failed = function (error) { arrival(null, error); };"
                    + "promise.then(function (answers) { step(answers).then(arrival, failed); }).then(null, failed);")
    private static native void settle(JSPromise<JSArrayReader<JSObject>> promise, Step step, Arrival arrival);
}
