package chat.pando.lab.bench;

import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What was measured on, and how busy it was.
 *
 * @param loadBefore how many processes had something to do in the minute before, negative where that can't be told
 * @param loadAfter  the same for the last minute of measuring, the browser's own among them
 */
public record Machine(int processors, String browser, double loadBefore, double loadAfter) {

    /** What this page is on, which begins to be measured. */
    static Machine before(Page page) {
        String browser = "headless Chromium " + page.context().browser().version();
        return new Machine(Runtime.getRuntime().availableProcessors(), browser, load(), -1);
    }

    /** The same at the end. */
    Machine after() {
        return new Machine(processors, browser, loadBefore, load());
    }

    String words() {
        return String.format(Locale.ROOT, "%d processors, %s; load %.1f before and %.1f at the end",
                processors, browser, loadBefore, loadAfter);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
