package chat.pando.e2e.peer;

import chat.pando.e2e.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        Path folder = Settings.target().resolve("npm").resolve(name);
        try {
            copyAll(source, folder);
            Path lock = folder.resolve("package-lock.json");
            Path installedLock = folder.resolve("installed.lock");
            if (!Files.exists(installedLock) || Files.mismatch(lock, installedLock) >= 0) {
                install(name, folder);
                Files.copy(lock, installedLock, StandardCopyOption.REPLACE_EXISTING);
            }
            return folder;
        } catch (IOException e) {
            return unavailable("npm can't install " + name + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while npm was installing " + name, e);
        }
    }

    private static void install(String name, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("install.log");
        Process npm = new ProcessBuilder(List.of("npm", "ci", "--no-audit", "--no-fund")).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!npm.waitFor(180, TimeUnit.SECONDS)) {
            npm.destroyForcibly();
            throw new IOException("npm took more than 180 s");
        }
        if (npm.exitValue() != 0) {
            throw new IOException("npm ended with " + npm.exitValue() + "; its output is in " + log);
        }
    }

    private static void copyAll(Path source, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Path unavailable(String why) {
        if (Settings.peersRequired()) {
            throw new IllegalStateException(why);
        }
        return Assumptions.abort(why);
    }
}
