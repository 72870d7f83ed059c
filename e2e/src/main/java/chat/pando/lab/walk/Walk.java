package chat.pando.lab.walk;

import chat.pando.e2e.law.Breach;
import chat.pando.e2e.law.Law;
import chat.pando.e2e.stage.Belongings;
import chat.pando.lab.drive.DriveException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/** One walk: a seed, a number of steps, the laws after each, and the great reckoning at the end. */
final class Walk {

    /** The greatest number of breaches that are worth telling; a walk that breaks laws at every step is stopped. */
    private static final int ENOUGH = 10;

    private final WalkGround ground;
    private final long seed;
    private final int steps;
    private final Set<StepKind> without;
    private final Path evidence;
    private final Teller teller;
    private final List<BrokenLaw> broken = new ArrayList<>();
    private final List<StepRecord> log = new ArrayList<>();
    private final UnaskedCrashes crashes = new UnaskedCrashes();

    /**
     * @param without  kinds of steps to leave out; the others stay what they are
     * @param evidence the folder for what a failing walk leaves behind
     */
    Walk(WalkGround ground, long seed, int steps, Set<StepKind> without, Path evidence, Teller teller) {
        this.ground = ground;
        this.seed = seed;
        this.steps = steps;
        this.without = without;
        this.evidence = evidence;
        this.teller = teller;
    }

    Report walk(String replay) throws IOException {
        long start = System.nanoTime();
        int written;
        try (World world = new World(ground, seed)) {
            world.begin();
            try {
                go(world);
            } catch (DriveException | UncheckedIOException e) {
                note(log.size(), List.of(new Breach(Law.TAB_NEVER_HANGS, "The walk could not go on: " + e)));
            }
            written = world.ledger().written();
            if (!broken.isEmpty()) {
                world.saveEvidence(evidence);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> laws = broken.stream().map(BrokenLaw::toString).toList();
        return new Report(seed, steps, ground.kind(), written, Counts.of(broken), laws, crashes.count(), replay,
                seconds, log);
    }

    private void go(World world) throws IOException {
        Disturbance disturbance = new Disturbance(world.proxy());
        Steps actions = new Steps(world, disturbance, seed);
        Watch watch = new Watch(world);
        for (int step = 1; step <= steps && broken.size() < ENOUGH; step++) {
            Random random = choices(step);
            StepKind kind = StepKind.any(random);
            long start = System.nanoTime();
            String outcome = without.contains(kind) ? "left out"
                    : world.can(kind) ? take(world, actions, step, kind, random) : "this browser can't";
            note(step, watch.look(random));
            took(step, kind.name(), outcome, start);
        }
        long start = System.nanoTime();
        disturbance.end();
        note(steps + 1, new Reckoning(world, teller).broken());
        note(steps + 1, watch.look(new Random(seed)));
        note(steps + 1, crashes.unexplained(world.browser().ownFaults()));
        note(steps + 1, world.browser().thrownInWorkers().stream()
                .map(line -> new Breach(Law.NO_WORKER_THROWS, line)).toList());
        took(steps + 1, "RECKONING", "done", start);
    }

    private String take(World world, Steps actions, int step, StepKind kind, Random random) throws IOException {
        try {
            return actions.take(step, kind, random);
        } catch (DriveException.Crashed unasked) {
            crashes.add();
            world.seeWhatCrashed();
            return "but: " + unasked.getMessage();
        }
    }

    /** What decides a step. Mixed, because neighbouring seeds of {@link Random} begin with nearly the same numbers. */
    private Random choices(int step) {
        return new Random(new SplittableRandom(seed * 1_000_003L + step).nextLong());
    }

    private void took(int step, String what, String outcome, long start) {
        StepRecord record = new StepRecord(step, what, outcome, (System.nanoTime() - start) / 1_000_000);
        log.add(record);
        teller.tellMore(record.toString());
    }

    private void note(int step, List<Breach> breaches) {
        for (Breach breach : breaches) {
            Belongings.awaitEndIfEnding();
            BrokenLaw law = new BrokenLaw(step, breach.law(), breach.what());
            broken.add(law);
            teller.tell("seed " + seed + " " + law);
        }
    }
}
