package chat.pando.e2e.conformance;

import static org.junit.jupiter.api.Assertions.fail;

import chat.pando.e2e.people.Chromium;
import chat.pando.e2e.setting.Settings;
import chat.pando.e2e.stage.StaticHost;
import chat.pando.jvm.ConformanceServer;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The browser's host keeps what the suites promise, in a SharedWorker with a profile on disk. */
class ConformanceIT {

    /** The build has compiled the suites to {@code core.js} here. */
    private static final Path FOLDER = Settings.target().resolve("conformance");

    @TestFactory
    Stream<DynamicTest> browser(@TempDir Path profile) throws IOException {
        prepareSite();
        try (ConformanceServer server = new ConformanceServer();
                StaticHost site = new StaticHost(FOLDER);
                Playwright playwright = Chromium.playwright(Settings.chromium());
                BrowserContext browser =
                        new Chromium(playwright, Settings.chromium(), Settings.headed()).launch(profile)) {
            Page page = browser.newPage();
            page.navigate(site.url().toString());
            return results(page, server.url()).stream().map(ConformanceIT::test).toList().stream();
        }
    }

    /** The worker's bootstrap is the product's own. */
    private static void prepareSite() throws IOException {
        Files.copy(Settings.site().resolve("worker.js"), FOLDER.resolve("worker.js"),
                StandardCopyOption.REPLACE_EXISTING);
        try (InputStream page = ConformanceIT.class.getResourceAsStream("/conformance/index.html")) {
            Files.copy(page, FOLDER.resolve("index.html"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> results(Page page, String server) {
        return (List<Map<String, String>>) page.evaluate("server => run(server)", server);
    }

    private static DynamicTest test(Map<String, String> result) {
        return DynamicTest.dynamicTest(result.get("suite") + ": " + result.get("name"), () -> {
            if (result.containsKey("failure")) {
                fail(result.get("failure"));
            }
        });
    }
}
