package chat.pando.browser;

import chat.pando.host.Host;
import chat.pando.host.Primitives;

/** The browser as a host. */
public final class BrowserHost {

    private BrowserHost() {}

    /** All ports of this worker. To be called once, before any thread is started. */
    public static Host create(Primitives primitives) {
        GreenThreads.quicken();
        return new Host(
                new BrowserClock(),
                new BrowserEntropy(),
                primitives,
                new BrowserHttp(),
                new BrowserNetwork(),
                new BrowserLocks(),
                new BrowserBroadcasts(),
                new BrowserJson(),
                new BrowserTasks(),
                new BrowserLog());
    }
}
