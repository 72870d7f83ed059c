package chat.pando.tab.page;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;

/** What Pando can't do without: found by asking for it, never by the browser's name. */
public final class Features {

    private Features() {}

    /** What this browser lacks, in the words of people who could look it up; empty where nothing is missing. */
    public static List<String> missing() {
        List<String> missing = new ArrayList<>();
        addUnless(isSecure(), "a secure connection (https, or localhost)", missing);
        addUnless(hasSharedWorker(), "Shared Workers", missing);
        addUnless(hasLocks(), "Web Locks", missing);
        addUnless(hasDatabase(), "IndexedDB", missing);
        addUnless(hasCrypto(), "Web Crypto", missing);
        addUnless(hasSessionStorage(), "storage for this site", missing);
        return missing;
    }

    private static void addUnless(boolean there, String what, List<String> missing) {
        if (!there) {
            missing.add(what);
        }
    }

    @JSBody(script = "return window.isSecureContext !== false;")
    private static native boolean isSecure();

    @JSBody(script = "return typeof SharedWorker === 'function';")
    private static native boolean hasSharedWorker();

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
