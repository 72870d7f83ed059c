package chat.pando.lab.drive;

import java.io.IOException;
import java.nio.file.Path;

/** A tab of a {@link ProcessBrowser}. */
public interface ProcessTab extends BrowserTab {

    /** What it shows, as a picture and as text: into files whose names begin like this. */
    void saveEvidence(Path prefix) throws IOException;

    /** Its browser has ended, and so has it. */
    void browserEnded();
}
