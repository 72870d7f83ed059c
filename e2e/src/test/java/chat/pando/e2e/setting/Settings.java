package chat.pando.e2e.setting;

import chat.pando.e2e.people.Chromium;
import chat.pando.e2e.stage.Ground;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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

    /** {@code -Dpando.engines=required}: an engine that isn't installed fails its tests instead of skipping them. */
    public static boolean enginesRequired() {
        return text("pando.engines").filter("required"::equals).isPresent();
    }

    /** {@code -Dpando.seed=N}: the seed of every random choice, to replay a run. */
    public static long seed(long otherwise) {
        return text("pando.seed").map(Long::parseLong).orElse(otherwise);
    }

    /** {@code -Dpando.headed=true}: windows that a person can watch. */
    public static boolean headed() {
        return Boolean.getBoolean("pando.headed");
    }

    /** {@code -Dpando.chromium=PATH}: this browser instead of the machine's. */
    public static Optional<Path> chromium() {
        return text("pando.chromium").map(Path::of).or(Chromium::onThisMachine);
    }

    /** Where people in tabs are played. */
    public static Ground ground() {
        return new Ground(jar(), site(), homeserver(), chromium(), headed(), target());
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
