package chat.pando.lab.bench;

import chat.pando.e2e.people.Chromium;
import chat.pando.e2e.stage.Scratch;
import chat.pando.e2e.stage.StaticHost;
import chat.pando.lab.Checkout;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** A benchmark on one page of one browser, where Pando meets the libraries of others. */
final class Contest {

    /** The exit code where those libraries can't be had. */
    private static final int NO_OTHERS = 3;

    @Mixin
    private Figures figures = new Figures();

    @Mixin
    private Checkout checkout = new Checkout();

    /** What the page is put together of. */
    interface Site {

        /** @throws IOException where the others' libraries are missing and can't be fetched */
        Path prepared(Checkout checkout) throws IOException;
    }

    /** Puts the page together, opens it, measures there and tells what came of it; the exit code. */
    int hold(Site site, Function<Page, Tabled> bench) throws IOException {
        Path folder;
        try {
            folder = site.prepared(checkout);
        } catch (IOException unavailable) {
            System.err.println("The libraries to compare with can't be had: " + unavailable.getMessage());
            return NO_OTHERS;
        }
        figures.tell(measured(folder, bench));
        return 0;
    }

    private Tabled measured(Path folder, Function<Page, Tabled> bench) throws IOException {
        Optional<Path> executable = checkout.chromium().or(Chromium::onThisMachine);
        try (Scratch profile = new Scratch("bench");
                StaticHost site = new StaticHost(folder);
                Playwright playwright = Chromium.playwright(executable);
                BrowserContext browser = new Chromium(playwright, executable, false).launch(profile.folder())) {
            Page page = browser.newPage();
            page.navigate(site.url().toString());
            return bench.apply(page);
        }
    }
}
