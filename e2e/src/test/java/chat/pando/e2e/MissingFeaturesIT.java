package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.people.Profile;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a browser that lacks what Pando can't do without, it says what that is, and starts nothing. */
@InTabs
class MissingFeaturesIT {

    /** What a browser of some years ago did for a kind of key. */
    private static final String UNKNOWN = """
            function unknown(kind) {
                const generate = SubtleCrypto.prototype.generateKey;
                SubtleCrypto.prototype.generateKey = function (algorithm, ...others) {
                    return algorithm.name === kind
                        ? Promise.reject(new DOMException("Unrecognized name.", "NotSupportedError"))
                        : generate.call(this, algorithm, ...others);
                };
            }
            """;

    private static final String DATABASES = "async () => (await indexedDB.databases()).length";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Web Locks                               | delete Navigator.prototype.locks
            IndexedDB                               | delete window.indexedDB
            Web Crypto                              | delete Crypto.prototype.subtle
            Shared Workers, or Broadcast Channels   | delete window.SharedWorker; delete window.BroadcastChannel
            Ed25519 keys in Web Crypto              | unknown('Ed25519')
            X25519 keys in Web Crypto               | unknown('X25519')
            """)
    void whatIsMissingIsNamedAndNothingIsStarted(String feature, String withdrawal, Stage stage) {
        Profile home = stage.profile("home");
        home.prepare(UNKNOWN + withdrawal);
        Page page = home.newTab().page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Pando can't run here")))
                .isVisible();
        Locator missing = page.getByRole(AriaRole.LISTITEM);
        assertThat(missing).hasCount(1);
        assertThat(missing).hasText(feature);
        assertEquals(List.of(), home.cores());
        assertEquals(0, stage.traffic().count(exchange -> exchange.path().startsWith("/_matrix")));
        if (!feature.equals("IndexedDB")) {
            assertEquals(0, page.evaluate(DATABASES));
        }
    }
}
