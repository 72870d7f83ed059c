package chat.pando.e2e.stage;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The processes and folders of this JVM that must not outlive it, even where a signal ends it: then those that are left
 * are ended and removed in a shutdown hook. One for the JVM, as its hooks are.
 */
public final class Belongings {

    private static final int SECONDS_TO_END = 20;
    private static final Belongings ALL = new Belongings();

    private final Set<Process> processes = new LinkedHashSet<>();
    private final Set<Scratch> folders = new LinkedHashSet<>();
    private volatile boolean ending;

    private Belongings() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "belongings"));
    }

    /** Starts a process that ends with this one; where this one is ending already it starts none. */
    public static Process start(ProcessBuilder builder) throws IOException {
        synchronized (ALL) {
            if (ALL.ending) {
                throw new IOException("This process is ending, and starts no other");
            }
            Process process = builder.start();
            ALL.processes.add(process);
            process.onExit().thenRun(() -> forget(process));
            return process;
        }
    }

    /** For where something has failed: if that is because everything is being ended, this never returns. */
    public static void awaitEndIfEnding() {
        if (ALL.ending) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static void keep(Scratch folder) {
        synchronized (ALL) {
            ALL.folders.add(folder);
        }
    }

    static void forget(Scratch folder) {
        synchronized (ALL) {
            ALL.folders.remove(folder);
        }
    }

    private static void forget(Process process) {
        synchronized (ALL) {
            ALL.processes.remove(process);
        }
    }

    private void end() {
        List<Process> running;
        List<Scratch> left;
        synchronized (this) {
            ending = true;
            running = List.copyOf(processes);
            left = List.copyOf(folders);
        }
        List<ProcessHandle> families = running.stream().flatMap(Process::descendants).toList();
        running.forEach(Process::destroy); // SIGTERM: a database is stopped, a profile written
        awaitEnd(running.stream().map(Process::toHandle).toList());
        awaitEnd(families);
        left.forEach(Belongings::remove);
    }

    /** Those that don't end by themselves are killed. */
    private static void awaitEnd(List<ProcessHandle> members) {
        CompletableFuture.allOf(members.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, SECONDS_TO_END, TimeUnit.SECONDS).join();
        members.forEach(ProcessHandle::destroyForcibly);
        members.forEach(member -> member.onExit().join());
    }

    private static void remove(Scratch folder) {
        try {
            folder.close();
        } catch (IOException e) {
            System.err.println(folder.folder() + " could not be removed: " + e.getMessage());
        }
    }
}
