package chat.pando.e2e.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pando as a person runs it: {@code java -jar pando.jar} in a process of its own, on a free port. */
public final class PandoJar implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("https?://\\S+");

    private final Process process;
    private final URI url;

    private PandoJar(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it on a data directory and waits for the one line that it prints. */
    public static PandoJar start(Path jar, Path data, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar", jar.toString(), "--port", "0", "--data", data.toString());
        Process process = Belongings.start(new ProcessBuilder(command).redirectError(log.toFile()));
        try {
            String line = CompletableFuture.supplyAsync(() -> firstLine(process)).get(180, TimeUnit.SECONDS);
            Matcher url = URL.matcher(line);
            if (!url.find()) {
                throw new IOException("Pando printed no URL but: " + line + "; its log is " + log);
            }
            return new PandoJar(process, URI.create(url.group()));
        } catch (InterruptedException | ExecutionException | TimeoutException | IOException e) {
            process.destroy();
            throw new IOException("Pando didn't start; its log is " + log, e);
        }
    }

    /** Where it serves the site, and the relay. */
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy(); // SIGTERM: it has a database to stop
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static String firstLine(Process process) {
        try {
            BufferedReader out = process.inputReader();
            String line = out.readLine();
            return line == null ? "nothing" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
