package chat.pando.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs from seeds, one after the other on one homeserver: options that several commands share, and their report. */
public final class SeededRuns {

    @Option(names = "--seed", paramLabel = "N or N..M", required = true, converter = Seeds.Converter.class,
            description = "What decides every choice; the same seed has the same happen.")
    private Seeds seeds;

    @Option(names = "--homeserver", paramLabel = "URL",
            description = "Instead of the relay; it must allow registration with m.login.dummy, without rate limits.")
    private Optional<URI> homeserver = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write what was found.")
    private Optional<Path> json = Optional.empty();

    /** What is done with one seed. */
    @FunctionalInterface
    public interface Run {

        Verdict from(long seed) throws IOException, InterruptedException;
    }

    /** The homeserver to use instead of the relay. */
    public Optional<URI> homeserver() {
        return homeserver;
    }

    /** Runs from each seed, writes the report anew after each, and answers the exit code: 0 where all were clean. */
    public int each(Run run) throws IOException, InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        for (long seed : seeds.all().toArray()) {
            verdicts.add(run.from(seed));
            json.ifPresent(file -> write(verdicts, file));
        }
        return verdicts.stream().allMatch(Verdict::clean) ? 0 : 1;
    }

    /** The command line that has the same happen again, without what is to be used of the checkout. */
    public String replay(String command, long seed, String options) {
        return "java -jar e2e/target/pando-lab.jar " + command + " --seed " + seed + " " + options
                + homeserver.map(url -> " --homeserver " + url).orElse("");
    }

    /** One verdict as an object, several as an array of them. */
    public static void write(List<? extends Verdict> verdicts, Path file) {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                .writeValue(file, verdicts.size() == 1 ? verdicts.get(0) : verdicts);
    }
}
