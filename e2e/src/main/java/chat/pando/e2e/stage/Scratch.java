package chat.pando.e2e.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is there for as long as something runs on it: a browser's profile, a server's data. */
public final class Scratch implements AutoCloseable {

    private final Path folder;

    public Scratch(String name) throws IOException {
        folder = Files.createTempDirectory("pando-e2e-" + name);
        Belongings.keep(this);
    }

    public Path folder() {
        return folder;
    }

    /** Removes it with all that is in it; whatever ran on it must have ended. */
    @Override
    public void close() throws IOException {
        Belongings.forget(this);
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
