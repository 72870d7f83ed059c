package chat.pando.browser;

import chat.pando.bench.CryptoMeasures;
import chat.pando.bench.Measure;
import chat.pando.bench.RoomKeyForMany;
import chat.pando.host.Host;
import chat.pando.host.JsonSyntaxException;
import java.util.Map;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** A worker that does one repetition of a measure at a time, and tells how long it took. */
public final class CryptoContender {

    /** How long a thread is busy, and how long it then lets others, while it waits for keys. */
    private static final int BUSY_MILLIS = 10;

    private static final int PAUSE_MILLIS = 1;

    private CryptoContender() {}

    /** A function of the worker. */
    @JSFunctor
    private interface Repetition extends JSObject {

        JSPromise<JSNumber> perform(String measure, int size);
    }

    public static void main(String[] args) {
        PreparedKeys keys = new PreparedKeys(
                new OpaqueKeys(Optional.empty(), Optional.empty()), new BrowserClock());
        Host host = BrowserHost.create(new WebCryptoPrimitives(new BrowserEntropy(), keys));
        Map<String, Measure> measures = new CryptoMeasures(host).all();
        contend((name, size) -> JSPromise.callAsync(() -> {
            Measure measure = measures.containsKey(name) ? measures.get(name) : roomKeyForMany(host, keys);
            return JSNumber.valueOf(millis(measure, size, keys));
        }));
    }

    /** On the browser's own database. */
    private static Measure roomKeyForMany(Host host, KeyStorage keys) throws JsonSyntaxException {
        IndexedDbAccounts accounts = new IndexedDbAccounts(host, keys, corrupt -> {
            throw new IllegalStateException("a corrupt row");
        });
        return new RoomKeyForMany(host, accounts, crowd().await().stringValue());
    }

    @JSBody(script = "return fetch('crowd.json').then(function (answer) { return answer.text(); });")
    private static native JSPromise<JSString> crowd();

    private static double millis(Measure measure, int size, PreparedKeys keys) throws Exception {
        awaitIdleness(keys);
        Timed timed = new Timed(measure.prepare(size));
        timed.start();
        timed.join();
        return timed.millis();
    }

    /**
     * What is timed, on a thread of its own and with next to nothing below it: the others have nothing there that waits, and
     * each method that does adds to what waiting takes.
     */
    private static final class Timed extends Thread {

        private final Measure.Run run;
        private double millis;
        private Optional<Throwable> failure = Optional.empty();

        Timed(Measure.Run run) {
            this.run = run;
        }

        @Override
        public void run() {
            try {
                before();
                double begun = now();
                boolean right = run.comesOutRight();
                millis = now() - begun;
                afterwards();
                if (!right) {
                    throw new IllegalStateException("a wrong result");
                }
            } catch (Throwable e) { // nobody else would hear of it, and the time would be that of nothing
                failure = Optional.of(e);
            }
        }

        /** How long it took; once the thread has ended. */
        double millis() {
            failure.ifPresent(cause -> {
                throw new IllegalStateException(cause);
            });
            return millis;
        }
    }

    /**
     * Until all keys are prepared that are made ahead. What is to be measured is prepared after that, as the others do it.
     * The others wait for nothing, so that their processor never sleeps: nor does this one.
     */
    private static void awaitIdleness(PreparedKeys keys) throws InterruptedException {
        if (keys.ready() < PreparedKeys.READY) {
            keys.newPair(KeyKind.AGREEMENT); // so that they begin, where none was ever taken
        }
        while (keys.ready() < PreparedKeys.READY) {
            keepBusy(BUSY_MILLIS);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @JSBody(params = "repetition", script = "contend(repetition);")
    private static native void contend(Repetition repetition);

    /** As the others do (contender.js). */
    @JSBody(script = "before();")
    private static native void before();

    @JSBody(script = "afterwards();")
    private static native void afterwards();

    @JSBody(params = "millis", script = "keepBusy(millis);")
    private static native void keepBusy(int millis);

    @JSBody(script = "return performance.now();")
    private static native double now();
}
