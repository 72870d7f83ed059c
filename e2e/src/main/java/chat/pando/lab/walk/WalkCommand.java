package chat.pando.lab.walk;

import chat.pando.lab.Checkout;
import chat.pando.lab.SeededRuns;
import chat.pando.lab.sim.SimulatedWalk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pando-lab walk}. */
@Command(name = "walk", mixinStandardHelpOptions = true,
        description = "Walks at random over what can happen to tabs, and checks the laws after every step.")
public final class WalkCommand implements Callable<Integer> {

    @Mixin
    private Checkout checkout = new Checkout();

    @Mixin
    private SeededRuns runs = new SeededRuns();

    @Option(names = "--steps", paramLabel = "N", defaultValue = "150", description = "Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--engine", paramLabel = "NAME", defaultValue = "chromium",
            description = "One of ${COMPLETION-CANDIDATES}; what it can't do is left out. Default: ${DEFAULT-VALUE}.")
    private EngineKind engine = EngineKind.CHROMIUM;

    @Option(names = "--simulated",
            description = "The true core in a simulated browser on a simulated network: on the JVM, thousands of steps "
                    + "a minute.")
    private boolean simulated;

    @Option(names = "--headed", description = "With a window, to watch.")
    private boolean headed;

    @Option(names = "--without", paramLabel = "KIND", split = ",",
            description = "Leaves out these kinds of steps: ${COMPLETION-CANDIDATES}.")
    private Set<StepKind> without = Set.of();

    @Option(names = "--verbose", description = "Tells every step.")
    private boolean verbose;

    @Option(names = "--evidence", paramLabel = "FOLDER",
            description = "Where failing walks leave what they saw; by default target/walks beside this jar.")
    private Optional<Path> evidence = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (simulated) {
            return runs.each(seed -> new SimulatedWalk(seed, steps, System.out::println, verbose).run());
        }
        Path folder = evidence.orElseGet(() -> checkout.results().resolve("walks"));
        try (WalkGround ground = new WalkGround(engine.start(checkout.chromium(), headed),
                checkout.pandoJar(), checkout.site(), runs.homeserver(), folder)) {
            return runs.each(seed -> walk(ground, seed, folder.resolve(ground.kind() + "-seed-" + seed)));
        }
    }

    private Report walk(WalkGround ground, long seed, Path own) throws IOException {
        String replay = runs.replay("walk", seed, "--steps " + steps
                + (engine == EngineKind.CHROMIUM ? "" : " --engine " + engine.name().toLowerCase(Locale.ROOT))
                + (without.isEmpty() ? "" : " --without " + without.stream().sorted().map(StepKind::name)
                        .collect(Collectors.joining(","))));
        Report report = new Walk(ground, seed, steps, without, own, new Teller(System.out, verbose)).walk(replay);
        String crashes = report.browserCrashes() == 0 ? ""
                : ", the browser itself crashed a tab " + report.browserCrashes() + " times";
        System.out.println(String.format(Locale.ROOT, "seed %d: %d steps on %s in %.1f s, %d messages%s, %s",
                seed, steps, ground.kind(), report.seconds(), report.sent(), crashes, report.clean() ? "all laws kept"
                        : report.lawsBroken().size() + " laws broken; evidence in " + own + "; again with: " + replay));
        if (!report.clean()) {
            SeededRuns.write(List.of(report), own.resolve("report.json"));
        }
        return report;
    }
}
