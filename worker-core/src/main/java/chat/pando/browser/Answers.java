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
    interface Step {

        JSPromise<JSArrayReader<JSObject>> after(JSArrayReader<JSObject> answers);
    }

    /** Tells who waits for a promise what came of it: answers, or null and an error. */
    @JSFunctor
    private interface Arrival extends JSObject {

        void of(AsyncCallback<Answers> callback, JSArrayReader<JSObject> answers, JSObject error);
    }

    /** Takes a step. */
    @JSFunctor
    private interface Stepping extends JSObject {

        JSPromise<JSArrayReader<JSObject>> after(Step step, JSArrayReader<JSObject> answers);
    }

    /**
     * The way from promises to Java, made once: TeaVM looks up the function that it makes of a Java object each time that
     * one is handed over, which took a fiftieth of an Olm round trip. Who waits goes through JavaScript as they are.
     */
    private abstract static class Arrivals implements JSObject {

        static final Arrivals ALL = of(Answers::arrived, Step::after);

        abstract void settle(JSPromise<JSArrayReader<JSObject>> promise, AsyncCallback<Answers> callback);

        abstract void settleAfter(
                JSPromise<JSArrayReader<JSObject>> promise, Step step, AsyncCallback<Answers> callback);

        /** The step returns nothing to its promise: to be resolved by another one takes a promise two turns more. */
        @JSBody(
                params = {"arrival", "stepping"},
                script = "return {settle: function (promise, callback) {"
                        + "  promise.then(function (answers) { arrival(callback, answers, null); },"
                        + "   function (error) { arrival(callback, null, error); }); },"
                        + " settleAfter: function (promise, step, callback) {"
                        + "  var arrived = function (answers) { arrival(callback, answers, null); };"
                        + "  var failed = function (error) { arrival(callback, null, error); };"
                        + "  promise.then(function (answers) { stepping(step, answers).then(arrived, failed); })"
                        + ".then(null, failed); }};")
        private static native Arrivals of(Arrival arrival, Stepping stepping);
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
        Arrivals.ALL.settle(promise, callback);
    }

    /** Waits for them, and then for what the step has made of them. */
    @Async
    static native Answers of(JSPromise<JSArrayReader<JSObject>> promise, Step step);

    @SuppressWarnings("unused") // TeaVM calls it in the place of the method above
    private static void of(
            JSPromise<JSArrayReader<JSObject>> promise, Step step, AsyncCallback<Answers> callback) {
        Arrivals.ALL.settleAfter(promise, step, callback);
    }

    private static void arrived(AsyncCallback<Answers> callback, JSArrayReader<JSObject> answers, JSObject error) {
        if (answers == null) {
            callback.error(JSExceptions.getJavaException(error));
        } else {
            callback.complete(new Answers(answers));
        }
    }
}
