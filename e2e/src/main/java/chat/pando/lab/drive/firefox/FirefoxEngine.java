package chat.pando.lab.drive.firefox;

import chat.pando.lab.drive.Browser;
import chat.pando.lab.drive.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Firefox on this machine. */
public final class FirefoxEngine implements Engine {

    private final Path executable;
    private final boolean headed;

    public FirefoxEngine(boolean headed) {
        this.executable = onThisMachine().orElseThrow(() -> new IllegalStateException(
                "There is no Firefox here: apt-get install firefox-esr"));
        this.headed = headed;
    }

    /** Where it is, if it is here. */
    public static Optional<Path> onThisMachine() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> List.of("firefox-esr", "firefox").stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    @Override
    public String name() {
        return "Firefox";
    }

    @Override
    public Browser start(String name, Path folder) throws IOException {
        return new FirefoxBrowser(executable, headed, name, folder);
    }

    @Override
    public void close() {
        // Every browser is a process of its own, which its Browser ends.
    }
}
