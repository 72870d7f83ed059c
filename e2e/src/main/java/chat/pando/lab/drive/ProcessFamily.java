package chat.pando.lab.drive;

import chat.pando.e2e.stage.Belongings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A process and all that it starts: they end together, at the latest with this one. What it writes is read, so that it
 * is never held up.
 */
public final class ProcessFamily {

    private final Process process;
    private final String name;

    private ProcessFamily(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** A started process, and what it said that it was waited for. */
    public record Started<T>(ProcessFamily family, T word) {}

    /**
     * Starts it and waits for a line that has something to say.
     *
     * @param word  what is in a line of its output, if it is the one
     * @param lines told every line after that one too
     */
    public static <T> Started<T> startAndHear(ProcessBuilder builder, Function<String, Optional<T>> word,
            Consumer<String> lines) throws IOException {
        CompletableFuture<T> said = new CompletableFuture<>();
        ProcessFamily family = startAndHear(builder, lines, word, said);
        String name = family.name;
        try {
            return new Started<>(family, said.get(Patience.MS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            family.kill();
            throw new IOException(name + " didn't start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            family.kill();
            throw new IOException("Interrupted while " + name + " was starting", e);
        }
    }

    /**
     * Starts it, and doesn't wait for anything.
     *
     * @param lines told every line of its output
     */
    public static ProcessFamily start(ProcessBuilder builder, Consumer<String> lines) throws IOException {
        return startAndHear(builder, lines, line -> Optional.empty(), new CompletableFuture<>());
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** None of them gets to say goodbye. */
    public void kill() {
        List<ProcessHandle> members = process.descendants().toList();
        process.destroyForcibly();
        members.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
        members.forEach(member -> member.onExit().orTimeout(Patience.MS, TimeUnit.MILLISECONDS).join());
    }

    /** Waits until it has ended by itself, or by what it was told. */
    public void awaitEnd() {
        try {
            if (!process.waitFor(Patience.MS, TimeUnit.MILLISECONDS)) {
                throw new DriveException(name + " doesn't end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriveException("Interrupted while " + name + " was ending", e);
        }
    }

    private static <T> ProcessFamily startAndHear(ProcessBuilder builder, Consumer<String> lines,
            Function<String, Optional<T>> word, CompletableFuture<T> said) throws IOException {
        String name = builder.command().get(0);
        Process process = Belongings.start(builder.redirectErrorStream(true));
        Thread reader = new Thread(() -> read(process, name, line -> {
            lines.accept(line);
            word.apply(line).ifPresent(said::complete);
        }, said), name + "-output");
        reader.setDaemon(true);
        reader.start();
        return new ProcessFamily(name, process);
    }

    private static void read(Process process, String name, Consumer<String> each, CompletableFuture<?> said) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(line);
            }
            said.completeExceptionally(new IOException(name + " has ended"));
        } catch (IOException | UncheckedIOException e) {
            said.completeExceptionally(e);
        }
    }
}
