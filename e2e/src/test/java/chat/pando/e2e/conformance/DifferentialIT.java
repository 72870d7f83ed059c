package chat.pando.e2e.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.peer.NpmPackage;
import chat.pando.e2e.people.Chromium;
import chat.pando.e2e.setting.Settings;
import chat.pando.e2e.stage.StaticHost;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pando's Olm and Megolm, in Chromium, and those of vodozemac and libolm read each other's messages: out of order, with
 * losses, replays and forgeries. Each seed is one conversation; {@code -Dpando.seed=N} begins at another.
 */
class DifferentialIT {

    private static final int CONVERSATIONS = 200;

    /** The build has compiled Pando's side to here. */
    private static final Path FOLDER = Settings.target().resolve("differential");

    private static StaticHost site;
    private static Playwright playwright;
    private static BrowserContext browser;
    private static Page page;

    @BeforeAll
    static void open(@TempDir Path profile) throws IOException {
        Path modules = NpmPackage.installed("vodozemac").resolve("node_modules");
        copy(modules.resolve("vodozemac-wasm-bindings"), "vodozemac.js", "vodozemac_bg.wasm");
        copy(modules.resolve("@matrix-org/olm"), "olm.js", "olm.wasm");
        try (InputStream html = DifferentialIT.class.getResourceAsStream("/differential/index.html")) {
            Files.copy(html, FOLDER.resolve("index.html"), StandardCopyOption.REPLACE_EXISTING);
        }
        site = new StaticHost(FOLDER);
        playwright = Chromium.playwright(Settings.chromium());
        browser = new Chromium(playwright, Settings.chromium(), Settings.headed()).launch(profile);
        page = browser.newPage();
        page.navigate(site.url().toString());
        page.waitForFunction("() => window.converse");
    }

    private static void copy(Path from, String... files) throws IOException {
        for (String file : files) {
            Files.copy(from.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> conversations() {
        int first = (int) Settings.seed(0);
        return IntStream.range(first, first + CONVERSATIONS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> converse(seed)));
    }

    private static void converse(int seed) {
        assertEquals("", page.evaluate("seed => converse(seed)", seed), "Replay it with -Dpando.seed=" + seed);
    }
}
