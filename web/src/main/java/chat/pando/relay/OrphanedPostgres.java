package chat.pando.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What a killed server left behind: a PostgreSQL without its master, or the file that says there is one. */
final class OrphanedPostgres {

    private static final int PATIENCE_SECONDS = 15;

    private OrphanedPostgres() {
    }

    /** Ends it. The caller holds the data directory, so nobody else can be using that PostgreSQL. */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> postmaster = Files.readAllLines(pidFile).stream().findFirst().map(String::trim)
                .filter(line -> line.matches("\\d{1,10}")).flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(OrphanedPostgres::isPostgres);
        if (postmaster.isPresent()) {
            end(postmaster.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** The number in a stale file may meanwhile be that of any process. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    private static void end(ProcessHandle postmaster) {
        postmaster.destroy();
        if (hasEnded(postmaster)) {
            return;
        }
        postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
        postmaster.destroyForcibly();
        if (!hasEnded(postmaster)) {
            throw new StartFailure("A PostgreSQL left behind (process " + postmaster.pid() + ") does not end.");
        }
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            return process.onExit().completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join() != null;
        } catch (CompletionException e) {
            throw new StartFailure("Could not wait for the PostgreSQL left behind.", e);
        }
    }
}
