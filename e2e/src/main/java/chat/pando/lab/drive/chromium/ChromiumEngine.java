package chat.pando.lab.drive.chromium;

import chat.pando.e2e.people.Chromium;
import chat.pando.lab.drive.Browser;
import chat.pando.lab.drive.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The Chromium on this machine. */
public final class ChromiumEngine implements Engine {

    private final Path executable;
    private final boolean headed;

    public ChromiumEngine(Optional<Path> wished, boolean headed) {
        this.executable = wished.or(Chromium::onThisMachine)
                .orElseThrow(() -> new IllegalStateException("There is no Chromium here: name one with --chromium"));
        this.headed = headed;
    }

    @Override
    public String name() {
        return "Chromium";
    }

    @Override
    public Browser start(String name, Path folder) throws IOException {
        return new ChromiumBrowser(executable, headed, name, folder);
    }

    @Override
    public void close() {
        // Every browser is a process of its own, which its Browser ends.
    }
}
