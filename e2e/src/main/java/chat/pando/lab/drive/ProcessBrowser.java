package chat.pando.lab.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A browser that is a process on a folder: it ends, in good order or not, and starts again on the same folder. What
 * differs from engine to engine is how it is launched, what it is told, and what its tabs are.
 */
public abstract class ProcessBrowser<T extends ProcessTab> implements Browser {

    private final String name;
    private final List<T> tabs = new ArrayList<>();
    private final List<String> console = Collections.synchronizedList(new ArrayList<>());
    private ProcessFamily process;
    private boolean running;

    /** @param name what evidence about it is called */
    protected ProcessBrowser(String name) {
        this.name = name;
    }

    /** Starts the process and connects to it. */
    protected abstract ProcessFamily launch() throws IOException;

    /** What is to be said first over the new connection. */
    protected abstract void introduce();

    /** Asks the browser to end in good order; whether it does is awaited elsewhere. */
    protected abstract void askToEnd();

    /** Lets go of the connection over which it is driven. */
    protected abstract void disconnect();

    protected final void start() throws IOException {
        process = launch();
        running = true;
        introduce();
    }

    protected final boolean isRunning() {
        return running;
    }

    protected final T opened(T tab) {
        tabs.add(tab);
        return tab;
    }

    /** Keeps a line that a page, a worker or the browser itself has written. */
    protected final void heard(String line) {
        console.add(line);
    }

    /** All lines so far. */
    protected final List<String> console() {
        return List.copyOf(console);
    }

    @Override
    public final void kill() {
        disconnect();
        process.kill();
        ended("killed");
    }

    @Override
    public final void restart() throws IOException {
        close();
        start();
    }

    @Override
    public void saveEvidence(Path target) throws IOException {
        for (int i = 0; i < tabs.size(); i++) {
            if (tabs.get(i).isOpen()) {
                tabs.get(i).saveEvidence(target.resolve(name + "-tab-" + (i + 1)));
            }
        }
        Files.write(target.resolve(name + "-console.txt"), console());
    }

    /** In good order; a browser that hangs is killed, and that is told. */
    @Override
    public final void close() {
        if (!running) {
            return;
        }
        askToEnd();
        try {
            process.awaitEnd();
        } catch (DriveException e) {
            process.kill();
            throw e;
        } finally {
            disconnect();
            ended("ended");
        }
    }

    private void ended(String how) {
        running = false;
        tabs.forEach(ProcessTab::browserEnded);
        tabs.clear();
        console.add("---- " + how);
    }
}
