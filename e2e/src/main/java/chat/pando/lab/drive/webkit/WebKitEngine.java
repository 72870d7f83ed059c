package chat.pando.lab.drive.webkit;

import chat.pando.lab.drive.Browser;
import chat.pando.lab.drive.Engine;
import chat.pando.lab.drive.ProcessFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The WebKitGTK on this machine, with a virtual display for all its browsers. */
public final class WebKitEngine implements Engine {

    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Path miniBrowser;
    private final ProcessFamily display;
    private final String displayName;

    private WebKitEngine(Path miniBrowser) throws IOException {
        this.miniBrowser = miniBrowser;
        ProcessFamily.Started<String> started = ProcessFamily.startAndHear(
                new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"),
                line -> line.matches("\\d+") ? Optional.of(":" + line) : Optional.empty(), line -> {});
        display = started.family();
        displayName = started.word();
    }

    /** What is missing on this machine for {@link #start()}; empty where nothing is. */
    public static Optional<String> missing() {
        for (String program : List.of("WebKitWebDriver", "Xvfb", "dbus-run-session")) {
            if (Stream.of(System.getenv("PATH").split(":")).noneMatch(folder -> Files.exists(Path.of(folder, program)))) {
                return Optional.of(program + " (Debian: webkit2gtk-driver, xvfb, dbus)");
            }
        }
        return findMiniBrowser().isPresent() ? Optional.empty() : Optional.of("MiniBrowser (Debian: webkit2gtk-driver)");
    }

    /** Starts a display; browsers come later. */
    public static WebKitEngine start() throws IOException {
        return new WebKitEngine(findMiniBrowser().orElseThrow(() -> new IllegalStateException(
                "There is no WebKitGTK here: apt-get install webkit2gtk-driver xvfb dbus")));
    }

    @Override
    public String name() {
        return "WebKitGTK";
    }

    @Override
    public Browser start(String name, Path folder) throws IOException {
        return new WebKitBrowser(miniBrowser, displayName, name, folder);
    }

    @Override
    public void close() {
        display.kill();
    }

    private static Optional<Path> findMiniBrowser() {
        try (Stream<Path> files = Files.find(LIBRARIES, 3,
                (path, attributes) -> path.getFileName().toString().equals("MiniBrowser"))) {
            return files.findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }
}
