package chat.pando.tab.link;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The address of a script, as the browser accepts it for a worker. */
final class BrowserScript {

    private BrowserScript() {}

    /**
     * The page's content security policy demands trusted types, and only this policy of that name makes a script's
     * address trusted.
     */
    @JSBody(
            params = "url",
            script = """
                    if (!window.trustedTypes) {
                        return url;
                    }
                    window.pandoTrust = window.pandoTrust
                        || trustedTypes.createPolicy('pando', { createScriptURL: function(own) { return own; } });
                    return window.pandoTrust.createScriptURL(url);
                    """)
    static native JSObject trusted(String url);
}
