package chat.pando.lab.channel;

import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Upstream;
import chat.pando.e2e.proxy.WireAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** One client's line: every exchange takes its time, and some lose their request or their answer. */
final class FaultyLine implements Fault {

    private final double drop;
    private final Range latency;
    private final Random random;
    private volatile boolean calm;

    FaultyLine(Conditions conditions, long seed, int client) {
        drop = conditions.drop();
        latency = conditions.latency();
        random = new Random(new SplittableRandom(seed * 1_000_003L + client).nextLong());
    }

    /** From now on nothing is lost, and nothing takes longer than it must. */
    void calm() {
        calm = true;
    }

    @Override
    public Optional<WireAnswer> carry(Upstream upstream) throws IOException, InterruptedException {
        if (calm) {
            return Optional.of(upstream.ask());
        }
        Passage passage = next();
        TimeUnit.MILLISECONDS.sleep(passage.there());
        if (passage.fate() == Fate.REQUEST_LOST) {
            return Optional.empty();
        }
        WireAnswer answer = upstream.ask();
        TimeUnit.MILLISECONDS.sleep(passage.back());
        return passage.fate() == Fate.ANSWER_LOST ? Optional.empty() : Optional.of(answer);
    }

    /** What the next exchange meets. */
    synchronized Passage next() {
        int whole = latency.draw(random);
        int there = random.nextInt(whole + 1);
        boolean lost = random.nextDouble() < drop;
        boolean request = random.nextBoolean();
        return new Passage(there, whole - there,
                !lost ? Fate.CARRIED : request ? Fate.REQUEST_LOST : Fate.ANSWER_LOST);
    }

    /**
     * What one exchange meets.
     *
     * @param there how long its request takes, in milliseconds
     * @param back  how long its answer takes
     */
    record Passage(int there, int back, Fate fate) {}

    /** What becomes of an exchange. */
    enum Fate {
        CARRIED,
        /** The server never hears of it. */
        REQUEST_LOST,
        /** The server has acted, and the client can't know. */
        ANSWER_LOST
    }
}
