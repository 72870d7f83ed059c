package chat.pando.lab;

import chat.pando.e2e.peer.NpmFolder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the lab finds what the build has made: options that several commands share. */
public final class Checkout {

    @Option(names = "--pando", paramLabel = "PATH",
            description = "pando.jar; by default the one of the checkout that this jar was built in.")
    private Optional<Path> pando = Optional.empty();

    @Option(names = "--chromium", paramLabel = "PATH", description = "The browser to use.")
    private Optional<Path> chromium = Optional.empty();

    public Path pandoJar() {
        return existing(pando.orElseGet(() -> root().resolve("web/target/pando.jar")));
    }

    /** The static site that the build has made. */
    public Path site() {
        return existing(pandoJar().resolveSibling("site"));
    }

    /** Where commands leave what they have to say. */
    public Path results() {
        return root().resolve("e2e/target");
    }

    public Optional<Path> chromium() {
        return chromium;
    }

    /** Pando's part in {@code bench crypto}, as the build has compiled it. */
    public Path compiledBench() {
        return existing(root().resolve("e2e/target/bench-crypto"));
    }

    /** What is taken from npm under that name, to be installed where the tests have it, too. */
    public NpmFolder npm(String name) {
        Path e2e = root().resolve("e2e");
        return new NpmFolder(
                existing(e2e.resolve("src/test/npm").resolve(name)), e2e.resolve("target/npm").resolve(name));
    }

    /** The top of the checkout: this class is run from {@code e2e/target/pando-lab.jar} or {@code e2e/target/classes}. */
    private static Path root() {
        try {
            Path code = Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return code.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The lab's own place can't be found: name pando.jar with --pando", e);
        }
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " is not there: run mvn -DskipTests package first");
        }
        return path.toAbsolutePath().normalize();
    }
}
