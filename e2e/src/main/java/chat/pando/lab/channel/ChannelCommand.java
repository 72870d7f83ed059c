package chat.pando.lab.channel;

import chat.pando.lab.Checkout;
import chat.pando.lab.LabHomeserver;
import chat.pando.lab.SeededRuns;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pando-lab channel}. */
@Command(name = "channel", mixinStandardHelpOptions = true,
        description = "Has people talk over a bad line, kills their cores, and counts what is lost, doubled or untrue.")
public final class ChannelCommand implements Callable<Integer> {

    @Mixin
    private Checkout checkout = new Checkout();

    @Mixin
    private SeededRuns runs = new SeededRuns();

    @Option(names = "--clients", paramLabel = "N", defaultValue = "8", description = "Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(names = "--messages", paramLabel = "N", defaultValue = "400",
            description = "How many they write altogether. Default: ${DEFAULT-VALUE}.")
    private int messages;

    @Option(names = "--drop", paramLabel = "SHARE", defaultValue = "0.2",
            description = "Of exchanges whose request or answer is lost. Default: ${DEFAULT-VALUE}.")
    private double drop;

    @Option(names = "--latency", paramLabel = "MS..MS", defaultValue = "20..800", converter = Range.Converter.class,
            description = "How long an exchange is on its way, both ways together. Default: ${DEFAULT-VALUE}.")
    private Range latency;

    @Option(names = "--cut", paramLabel = "TIME", defaultValue = "5s", converter = Span.Converter.class,
            description = "For how long the line is cut, each time. Default: ${DEFAULT-VALUE}.")
    private Span cut;

    @Option(names = "--cuts", paramLabel = "N", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
    private int cuts;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "6",
            description = "How many cores are killed, and start again on what they stored. Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(names = "--verbose", description = "Tells everything that went wrong, and not the first of it only.")
    private boolean verbose;

    /** How many findings are told without being asked for. */
    private static final int ENOUGH = 5;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Conditions conditions =
                new Conditions(clients, messages, drop, latency, cut, cut.millis() == 0 ? 0 : cuts, kills);
        try (LabHomeserver server = LabHomeserver.open(
                runs.homeserver(), checkout.pandoJar(), checkout.results().resolve("channel").resolve("pando.log"))) {
            return runs.each(seed -> run(server, conditions, seed));
        }
    }

    private Report run(LabHomeserver server, Conditions conditions, long seed)
            throws IOException, InterruptedException {
        String replay = runs.replay("channel", seed, conditions.options());
        try (Run run = new Run(server, conditions, seed)) {
            Report report = run.run(replay);
            System.out.println(report.words());
            report.findings().stream().limit(verbose ? Long.MAX_VALUE : ENOUGH)
                    .forEach(finding -> System.out.println("  " + finding));
            report.faults().forEach((what, times) -> System.out.println("  fault: " + what + " (" + times + ")"));
            return report;
        }
    }
}
