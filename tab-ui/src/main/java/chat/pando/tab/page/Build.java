package chat.pando.tab.page;

import org.teavm.jso.JSBody;

/** Which build of Pando this page belongs to, as the site's build wrote it into the page. */
public final class Build {

    private Build() {}

    /** The core's URL. It names the content of the core's scripts, so a new deploy is a new worker. */
    public static String coreUrl() {
        String version = coreVersion();
        return version.isEmpty() ? "worker.js" : "worker.js?v=" + version;
    }

    /** The hash of the core's scripts; empty where the page wasn't built. */
    @JSBody(script = "return document.documentElement.dataset.core || '';")
    public static native String coreVersion();
}
