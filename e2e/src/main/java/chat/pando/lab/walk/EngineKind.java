package chat.pando.lab.walk;

import chat.pando.lab.drive.Engine;
import chat.pando.lab.drive.chromium.ChromiumEngine;
import chat.pando.lab.drive.firefox.FirefoxEngine;
import chat.pando.lab.drive.webkit.WebKitEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The engines that can be walked in. */
enum EngineKind {
    CHROMIUM, FIREFOX, WEBKIT;

    Engine start(Optional<Path> chromium, boolean headed) throws IOException {
        return switch (this) {
            case CHROMIUM -> new ChromiumEngine(chromium, headed);
            case FIREFOX -> new FirefoxEngine(headed);
            case WEBKIT -> WebKitEngine.start();
        };
    }
}
