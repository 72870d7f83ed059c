package chat.pando.lab.sim.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The faults that are to come. */
public final class Weather {

    private final Random random;
    private final List<Rule> rules = new ArrayList<>();

    public Weather(Random random) {
        this.random = random;
    }

    /** A fault for requests whose path has a part in it. */
    private static final class Rule {

        private final String part;
        private final Fault fault;
        private int left;

        Rule(String part, Fault fault, int times) {
            this.part = part;
            this.fault = fault;
            this.left = times;
        }
    }

    /** The next requests of that kind meet a fault. */
    public void expect(String part, Fault fault, int times) {
        rules.add(new Rule(part, fault, times));
    }

    /** From now on all goes well. */
    public void clear() {
        rules.clear();
    }

    Fault fault(String path) {
        for (Rule rule : rules) {
            if (path.contains(rule.part)) {
                rule.left--;
                rules.removeIf(spent -> spent.left <= 0);
                return rule.fault;
            }
        }
        return Fault.NONE;
    }

    /** How long a message is on its way, one way. */
    long latency() {
        return 1 + (random.nextInt(10) == 0 ? random.nextInt(300) : random.nextInt(20));
    }

    /** How long until a failure shows. */
    long failureDelay() {
        return 1 + random.nextInt(3_000);
    }

    long slowness() {
        return 1_000 + random.nextInt(20_000);
    }
}
