package chat.pando.e2e.setting;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the build and the person who runs the tests say, as system properties. */
public final class Settings {

    private Settings() {}

    public static Path jar() {
        return existing("pando.jar", "../web/target/pando.jar");
    }

    public static Path site() {
        return existing("pando.site", "../web/target/site");
    }

    /** {@code -Dpando.homeserver=URL}: the homeserver to test against instead of the relay. */
    public static Optional<URI> homeserver() {
        return text("pando.homeserver").map(URI::create);
    }

    /** {@code -Dpando.peers=required}: a peer that can't be installed fails its tests instead of skipping them. */
    public static boolean peersRequired() {
        return text("pando.peers").filter("required"::equals).isPresent();
    }

    /** {@code -Dpando.seed=N}: the seed of every random choice, to replay a run. */
    public static long seed(long otherwise) {
        return text("pando.seed").map(Long::parseLong).orElse(otherwise);
    }

    /** {@code -Dpando.headed=true}: windows that a person can watch. */
    public static boolean headed() {
        return Boolean.getBoolean("pando.headed");
    }

    /** The browser on this machine; where there is none, Playwright brings its own. */
    public static Optional<Path> chromium() {
        return Stream.concat(text("pando.chromium").stream(),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** What Playwright is started with: it need not fetch a browser where there is one. */
    public static Map<String, String> playwrightEnvironment() {
        return chromium().isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
    }

    /** Where results go. */
    public static Path target() {
        return Path.of("target").toAbsolutePath();
    }

    private static Path existing(String property, String otherwise) {
        Path path = Path.of(text(property).orElse(otherwise)).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " is not there: run mvn -DskipTests package first");
        }
        return path;
    }

    private static Optional<String> text(String property) {
        return Optional.ofNullable(System.getProperty(property)).filter(value -> !value.isBlank());
    }
}
