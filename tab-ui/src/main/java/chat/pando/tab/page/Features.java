package chat.pando.tab.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** What Pando can't do without: found by asking for it, never by the browser's name. */
public final class Features {

    private Features() {}

    /** What this browser lacks, in the words of people who could look it up; empty where nothing is missing. */
    public static List<String> missing() {
        List<String> missing = new ArrayList<>();
        addUnless(isSecure(), "a secure connection (https, or localhost)", missing);
        addUnless(hasLocks(), "Web Locks", missing);
        addUnless(hasSharedWorker() || hasElection(), "Shared Workers, or Broadcast Channels", missing);
        addUnless(hasDatabase(), "IndexedDB", missing);
        addUnless(hasCrypto(), "Web Crypto", missing);
        addUnless(hasSessionStorage(), "storage for this site", missing);
        return missing;
    }

    /**
     * Makes a key pair of each kind that Matrix needs, for only trying tells whether the browser can, and then goes one
     * way or the other. Throws away what it has made. A browser that knows the kind and fails once is none that lacks it.
     *
     * @param lacking is told what is missing
     */
    public static void tryKeys(Runnable able, Consumer<List<String>> lacking) {
        tryKeys(names -> {
            if (names.length == 0) {
                able.run();
            } else {
                lacking.accept(Arrays.stream(names).map(name -> name + " keys in Web Crypto").toList());
            }
        });
    }

    /** Hears which kinds of keys are unknown here. */
    @JSFunctor
    private interface Unknown extends JSObject {

        void are(String[] kinds);
    }

    /** Web Cryptography API, section "Algorithm normalization": NotSupportedError is for what isn't registered. */
    @JSBody(params = "heard", script = """
            var kinds = [['Ed25519', ['sign', 'verify']], ['X25519', ['deriveBits']]];
            Promise.all(kinds.map(function (kind) {
                return crypto.subtle.generateKey({ name: kind[0] }, false, kind[1]).then(
                    function () { return null; },
                    function (error) { return error.name === 'NotSupportedError' ? kind[0] : null; });
            })).then(function (names) {
                heard(names.filter(function (name) { return name !== null; }));
            });
            """)
    private static native void tryKeys(Unknown heard);

    private static void addUnless(boolean there, String what, List<String> missing) {
        if (!there) {
            missing.add(what);
        }
    }

    @JSBody(script = "return window.isSecureContext !== false;")
    private static native boolean isSecure();

    /** Whether all tabs can share one worker; else one of them runs it for all. */
    @JSBody(script = "return typeof SharedWorker === 'function';")
    public static native boolean hasSharedWorker();

    @JSBody(script = "return typeof Worker === 'function' && typeof BroadcastChannel === 'function';")
    private static native boolean hasElection();

    @JSBody(script = "return !!navigator.locks && typeof navigator.locks.request === 'function';")
    private static native boolean hasLocks();

    @JSBody(script = "try { return !!window.indexedDB; } catch (denied) { return false; }")
    private static native boolean hasDatabase();

    @JSBody(script = "return !!(window.crypto && window.crypto.subtle);")
    private static native boolean hasCrypto();

    @JSBody(script = """
            try {
                return !!window.sessionStorage && !!window.localStorage;
            } catch (denied) {
                return false;
            }
            """)
    private static native boolean hasSessionStorage();
}
