package chat.pando.lab.drive;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A running browser on one profile. What it throws when something takes too long is a {@link DriveException}. */
public interface Browser extends AutoCloseable {

    /** What is done here beyond opening tabs; the rest throws {@link UnsupportedOperationException}. */
    Set<Ability> abilities();

    /** Opens one more tab and waits until the page's own scripts have run. */
    BrowserTab open(URI address);

    /** Ends every shared worker of this browser as if the browser had; the tabs stay. */
    void killCore();

    /** No process of it gets to say goodbye. Its tabs are gone. */
    void kill();

    /** Starts it again on the same folder, after a kill or in good order. Earlier tabs are gone. */
    void restart() throws IOException;

    /** Whether its pages and workers have a network and {@code navigator.onLine} says so. */
    void setOffline(boolean offline);

    /** What its pages have thrown and not caught, as far as their console is heard. */
    default List<String> thrown() {
        return List.of();
    }

    /**
     * What its shared workers have thrown and not caught since they were started, those that have ended left out. To be
     * asked at the end: it may disturb them.
     */
    default List<String> thrownInWorkers() {
        return List.of();
    }

    /**
     * Each time that it has said of itself that it crashed by a fault of its own that is known, whatever its pages do.
     * What it says comes a little later than the crash is noticed.
     */
    default List<String> ownFaults() {
        return List.of();
    }

    /** What its pages and workers wrote to their consoles, and what the tabs show: into this folder. */
    void saveEvidence(Path folder) throws IOException;

    @Override
    void close();
}
