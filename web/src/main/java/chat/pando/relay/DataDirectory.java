package chat.pando.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/** The directory that holds a server's data, claimed for one process at a time. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static DataDirectory claim(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        FileChannel lockFile = open(path);
        if (lock(lockFile).isEmpty()) {
            close(lockFile);
            throw new StartFailure("Another pando already runs on the data directory " + path + ".");
        }
        return new DataDirectory(path, lockFile);
    }

    Path path() {
        return path;
    }

    /** A secret kept in a file that only its owner reads; made the first time. */
    String secret(String name, Supplier<String> make) throws IOException {
        Path file = path.resolve(name);
        if (Files.exists(file)) {
            return Files.readString(file).trim();
        }
        String secret = make.get();
        Path draft = path.resolve(name + ".new");
        Files.deleteIfExists(draft);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, secret);
        Files.move(draft, file);
        return secret;
    }

    /** Lets the next process have the directory. */
    @Override
    public void close() {
        close(lockFile);
    }

    private static FileChannel open(Path path) {
        try {
            Files.createDirectories(path);
            return FileChannel.open(path.resolve("pando.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartFailure("The data directory " + path + " cannot be written to.", e);
        }
    }

    private static Optional<FileLock> lock(FileChannel file) {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
