package chat.pando.e2e.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder with a {@code package.json} and its lock file, installed elsewhere from the npm registry as the lock says.
 *
 * @param source what is kept with the code
 * @param target where it is installed
 */
public record NpmFolder(Path source, Path target) {

    private static final int PATIENCE_SECONDS = 180;

    /**
     * Installs it, unless that was done before with the same lock file, and returns where it is.
     *
     * @throws IOException where npm is missing or can't install it, with what to do about that
     */
    public Path installed() throws IOException {
        copySource();
        Path lock = target.resolve("package-lock.json");
        Path installedLock = target.resolve("installed.lock");
        if (!Files.exists(installedLock) || Files.mismatch(lock, installedLock) >= 0) {
            install();
            Files.copy(lock, installedLock, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    private void install() throws IOException {
        Path log = target.resolve("install.log");
        Process npm = start(log);
        try {
            if (!npm.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                npm.destroyForcibly();
                throw new IOException("npm took more than " + PATIENCE_SECONDS + " s; its output is in " + log);
            }
        } catch (InterruptedException e) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while npm was installing " + target.getFileName(), e);
        }
        if (npm.exitValue() != 0) {
            throw new IOException("npm ended with " + npm.exitValue() + "; its output is in " + log);
        }
    }

    private Process start(Path log) throws IOException {
        try {
            return new ProcessBuilder(List.of("npm", "ci", "--no-audit", "--no-fund")).directory(target.toFile())
                    .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        } catch (IOException missing) {
            throw new IOException("npm can't be started: install Node.js with npm", missing);
        }
    }

    private void copySource() throws IOException {
        Files.createDirectories(target);
        List<Path> files;
        try (Stream<Path> listed = Files.list(source)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
