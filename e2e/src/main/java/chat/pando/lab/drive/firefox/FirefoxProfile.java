package chat.pando.lab.drive.firefox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The settings of a Firefox that is started by tests: nothing calls home, nothing asks, nothing is restored. */
final class FirefoxProfile {

    private static final List<String> SETTINGS = List.of(
            "user_pref(\"app.normandy.enabled\", false);",
            "user_pref(\"app.update.disabledForTesting\", true);",
            "user_pref(\"browser.aboutConfig.showWarning\", false);",
            "user_pref(\"browser.sessionstore.resume_from_crash\", false);",
            "user_pref(\"browser.shell.checkDefaultBrowser\", false);",
            "user_pref(\"browser.startup.page\", 0);",
            "user_pref(\"browser.tabs.warnOnClose\", false);",
            "user_pref(\"browser.safebrowsing.update.enabled\", false);",
            "user_pref(\"datareporting.policy.dataSubmissionEnabled\", false);",
            "user_pref(\"extensions.update.enabled\", false);",
            "user_pref(\"network.captive-portal-service.enabled\", false);",
            "user_pref(\"network.connectivity-service.enabled\", false);",
            "user_pref(\"services.settings.server\", \"data:,#remote-settings-dummy/v1\");",
            "user_pref(\"toolkit.startup.max_resumed_crashes\", -1);",
            "user_pref(\"toolkit.telemetry.server\", \"\");");

    private FirefoxProfile() {}

    static void prepare(Path folder) throws IOException {
        Files.write(folder.resolve("user.js"), SETTINGS);
    }
}
