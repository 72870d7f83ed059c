package chat.pando.e2e.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a site that is deployed differs from the one that was built.
 *
 * @param beforeCore a script that runs in the core's worker before the core
 * @param beforeTab  a script that runs in pages before that of the tab
 * @param core       another core
 */
public record Variation(String beforeCore, String beforeTab, Optional<Path> core) {

    static final Variation NONE = ofCore("");

    /** The same core, before which this script runs. */
    public static Variation ofCore(String before) {
        return new Variation(before, "", Optional.empty());
    }

    /** What is served in place of a file of the site. */
    byte[] read(Path file) throws IOException {
        return switch (file.getFileName().toString()) {
            case "worker.js" -> prefixed(beforeCore, file);
            case "tab.js" -> prefixed(beforeTab, file);
            case "core.js" -> Files.readAllBytes(core.orElse(file));
            default -> Files.readAllBytes(file);
        };
    }

    private static byte[] prefixed(String before, Path file) throws IOException {
        return (before + Files.readString(file)).getBytes(StandardCharsets.UTF_8);
    }
}
