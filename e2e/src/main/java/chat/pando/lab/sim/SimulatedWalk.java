package chat.pando.lab.sim;

import chat.pando.lab.walk.Counts;
import chat.pando.lab.walk.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A walk of any length on the JVM: through one world after the other, so that memory stays flat. */
public final class SimulatedWalk {

    /** How many steps are taken in one world. */
    public static final int STEPS_IN_A_WORLD = 1_000;

    private final long seed;
    private final int steps;
    private final Consumer<String> out;
    private final boolean told;

    /**
     * @param out  told how the walk goes on
     * @param told whether that includes each step
     */
    public SimulatedWalk(long seed, int steps, Consumer<String> out, boolean told) {
        this.seed = seed;
        this.steps = steps;
        this.out = out;
        this.told = told;
    }

    public Report run() {
        Counts counts = Counts.NOTHING;
        List<String> broken = new ArrayList<>();
        String replay = command(seed, steps);
        int sent = 0;
        for (int world = 0; world * STEPS_IN_A_WORLD < steps; world++) {
            int here = Math.min(STEPS_IN_A_WORLD, steps - world * STEPS_IN_A_WORLD);
            Result result = walk(seed + world, here);
            out.accept(result.words());
            if (broken.isEmpty() && !result.broken().isEmpty()) {
                replay = command(seed + world, here);
                out.accept("Again: " + replay);
            }
            counts = counts.plus(result.counts());
            result.broken().forEach(law -> broken.add("seed " + result.seed() + ", " + law));
            sent += result.sent();
        }
        return new Report(seed, steps, sent, counts, broken, replay);
    }

    /** What became of one world. */
    record Result(long seed, int steps, int sent, long trace, Counts counts, List<String> broken) {

        String words() {
            return "seed " + seed + ": " + steps + " steps, " + sent + " messages, trace " + Long.toHexString(trace)
                    + (broken.isEmpty() ? ", all well" : ", broken:\n  " + String.join("\n  ", broken));
        }
    }

    /** Walks through the world of a seed. The same seed and steps give the same trace. */
    Result walk(long worldSeed, int count) {
        try (World world = new World(worldSeed)) {
            new Walk(world, told ? out : step -> {}).walk(count);
            return new Result(
                    worldSeed,
                    count,
                    world.ledger().all().size(),
                    world.trace().hash(),
                    world.laws().counts(),
                    world.laws().broken());
        }
    }

    private static String command(long seed, int steps) {
        return "java -jar e2e/target/pando-lab.jar walk --simulated --seed " + seed + " --steps " + steps;
    }
}
