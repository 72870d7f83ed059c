package chat.pando.lab.drive.chromium;

import chat.pando.lab.drive.ProcessFamily;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How Chromium is started on a folder. */
final class ChromiumProcess {

    /** Without these a test browser calls home at every start, refuses to run as root, or slows hidden tabs down. */
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps",
            "--password-store=basic", "--use-mock-keychain", "--mute-audio", "--disable-dev-shm-usage",
            "--disable-session-crashed-bubble", "--hide-crash-restore-bubble", "--noerrdialogs",
            "--disable-features=Translate,OptimizationHints,MediaRouter", "--window-size=1280,800",
            "--remote-debugging-port=0");
    private static final String ADDRESS = "DevTools listening on ";

    private ChromiumProcess() {}

    /**
     * Starts it, and waits until it says where it can be driven from.
     *
     * @param says hears whatever else it says: why it has ended one of its own processes, for instance
     */
    static ProcessFamily.Started<URI> start(
            Path executable, boolean headed, Path folder, Consumer<String> says) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(FLAGS);
        if (!headed) {
            command.add("--headless=new");
        }
        command.add("--user-data-dir=" + folder);
        command.add("about:blank");
        return ProcessFamily.startAndHear(new ProcessBuilder(command), ChromiumProcess::address, says);
    }

    private static Optional<URI> address(String line) {
        return line.startsWith(ADDRESS) ? Optional.of(URI.create(line.substring(ADDRESS.length()))) : Optional.empty();
    }
}
