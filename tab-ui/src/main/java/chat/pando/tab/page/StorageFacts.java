package chat.pando.tab.page;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** What the browser says about its storage for this site, in words. */
public final class StorageFacts {

    private static final double MEGABYTE = 1_000_000;
    private static final double GIGABYTE = 1_000 * MEGABYTE;

    private final String persistence;
    private final String usage;

    private StorageFacts(String persistence, String usage) {
        this.persistence = persistence;
        this.usage = usage;
    }

    /** Whether it may be cleared to make room. */
    public String persistence() {
        return persistence;
    }

    /** How much is used of how much. */
    public String usage() {
        return usage;
    }

    /** Asks the browser. */
    public static void load(Consumer<StorageFacts> whenLoaded) {
        ask((persisted, used, quota) -> whenLoaded.accept(new StorageFacts(
                persisted ? "Kept until you clear it" : "The browser may clear it when space runs out",
                used < 0 ? "The browser doesn't say" : size(used) + " of " + size(quota))));
    }

    private static String size(double bytes) {
        if (bytes < MEGABYTE) {
            return "less than 1 MB";
        }
        return bytes < GIGABYTE ? (long) (bytes / MEGABYTE) + " MB" : (long) (bytes / GIGABYTE) + " GB";
    }

    /** Takes what the browser answers; negative sizes are unknown ones. */
    @JSFunctor
    private interface Answer extends JSObject {

        void take(boolean persisted, double used, double quota);
    }

    @JSBody(params = "answer", script = """
            var storage = navigator.storage;
            if (!storage || !storage.estimate || !storage.persisted) {
                answer(false, -1, -1);
                return;
            }
            Promise.all([storage.persisted(), storage.estimate()]).then(function(all) {
                answer(all[0], all[1].usage, all[1].quota);
            }, function() {
                answer(false, -1, -1);
            });
            """)
    private static native void ask(Answer answer);
}
