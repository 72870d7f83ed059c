package chat.pando.tab.link;

import org.teavm.jso.browser.Window;

/** The page's timers. */
public final class BrowserTimers implements Timers {

    @Override
    public Cancel after(int milliseconds, Runnable action) {
        int timer = Window.setTimeout(action::run, milliseconds);
        return () -> Window.clearTimeout(timer);
    }
}
