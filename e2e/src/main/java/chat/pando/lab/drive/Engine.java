package chat.pando.lab.drive;

import java.io.IOException;
import java.nio.file.Path;

/** A kind of browser that can be started. */
public interface Engine extends AutoCloseable {

    /** For people: name and version. */
    String name();

    /**
     * Starts it on a folder, which holds the profile.
     *
     * @param name what evidence about it is called
     */
    Browser start(String name, Path folder) throws IOException;

    @Override
    void close();
}
