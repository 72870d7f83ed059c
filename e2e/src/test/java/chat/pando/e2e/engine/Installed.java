package chat.pando.e2e.engine;

import chat.pando.e2e.setting.Settings;
import chat.pando.lab.drive.Engine;
import chat.pando.lab.drive.firefox.FirefoxEngine;
import chat.pando.lab.drive.webkit.WebKitEngine;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** An engine that may be installed on this machine. */
public enum Installed {
    FIREFOX, WEBKIT;

    /** Skips the test where it isn't installed, or fails with {@code -Dpando.engines=required}. */
    public void require() {
        Optional<String> missing = missing();
        if (missing.isPresent() && Settings.enginesRequired()) {
            throw new IllegalStateException("Not on this machine: " + missing.get());
        }
        Assumptions.assumeTrue(missing.isEmpty(), () -> "Not on this machine: " + missing.get());
    }

    Engine start() throws IOException {
        require();
        return switch (this) {
            case FIREFOX -> new FirefoxEngine(Settings.headed());
            case WEBKIT -> WebKitEngine.start();
        };
    }

    private Optional<String> missing() {
        return switch (this) {
            case FIREFOX -> FirefoxEngine.onThisMachine().isPresent()
                    ? Optional.empty() : Optional.of("Firefox (Debian: firefox-esr)");
            case WEBKIT -> WebKitEngine.missing();
        };
    }
}
