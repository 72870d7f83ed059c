package chat.pando.tab.link;

import chat.pando.protocol.ToCore;

/**
 * Where a core is, and how it speaks.
 *
 * @param url      of its worker's script, relative to the site; it names the version
 * @param protocol the {@link ToCore#VERSION} that it speaks
 */
public record CoreAddress(String url, int protocol) {

    private static final String SCRIPT = "worker.js";

    /** The core that belongs to a page, and so speaks like it. */
    public static CoreAddress own(String url) {
        return new CoreAddress(url, ToCore.VERSION);
    }

    /** Whether it is a version of this site's own core: whoever writes to a port must not choose what runs here. */
    boolean isOfThisSite() {
        return url.equals(SCRIPT) || url.startsWith(SCRIPT + "?");
    }

    /** Whether this page and that core understand each other. */
    boolean fits() {
        return protocol == ToCore.VERSION;
    }
}
