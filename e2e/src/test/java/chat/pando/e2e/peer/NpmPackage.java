package chat.pando.e2e.peer;

import chat.pando.e2e.setting.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A folder of {@code src/test/npm}, installed to {@code target/npm} from the npm registry as its lock file says. */
public final class NpmPackage {

    private NpmPackage() {}

    /**
     * Installs it, once a build, and returns where it is. Where that can't be done the test is skipped with the reason,
     * or fails with {@code -Dpando.peers=required}.
     */
    public static Path installed(String name) {
        Path source = Path.of("src/test/npm", name).toAbsolutePath();
        try {
            return new NpmFolder(source, Settings.target().resolve("npm").resolve(name)).installed();
        } catch (IOException e) {
            return unavailable("npm can't install " + name + ": " + e.getMessage());
        }
    }

    private static Path unavailable(String why) {
        if (Settings.peersRequired()) {
            throw new IllegalStateException(why);
        }
        return Assumptions.abort(why);
    }
}
