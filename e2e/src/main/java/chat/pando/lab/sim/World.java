package chat.pando.lab.sim;

import chat.pando.lab.sim.browser.Browser;
import chat.pando.lab.sim.browser.GenuineSignatures;
import chat.pando.lab.sim.browser.Surroundings;
import chat.pando.lab.sim.server.Homeserver;
import chat.pando.lab.sim.server.Weather;
import chat.pando.lab.sim.server.Wire;
import chat.pando.lab.sim.server.WireLaws;
import chat.pando.lab.sim.time.Scheduler;
import chat.pando.lab.sim.time.Trace;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A homeserver, a network and some browsers, all of which a seed decides. */
public final class World implements AutoCloseable {

    private static final long START = 1_800_000_000_000L;
    private static final long END_MILLIS = 1_000;
    /** How many messages a second a server takes at least: Synapse's own default. */
    private static final double LEAST_RATE = 0.2;

    private final Random random;
    private final Trace trace = new Trace();
    private final Laws laws = new Laws();
    private final Scheduler scheduler;
    private final Homeserver server;
    private final Weather weather;
    private final Ledger ledger;
    private final List<Browser> browsers;

    World(long seed) {
        random = new Random(seed);
        scheduler = new Scheduler(random, trace, START);
        server = new Homeserver(scheduler, random, laws);
        if (random.nextInt(3) == 0) {
            server.limit(LEAST_RATE + random.nextDouble() * 4, 1 + random.nextInt(10));
        }
        weather = new Weather(random);
        ledger = new Ledger(laws, scheduler::now);
        Wire wire = new Wire(scheduler, server, weather, new WireLaws(server, laws), trace);
        Surroundings shared =
                new Surroundings(scheduler, random, wire, new GenuineSignatures(), laws, ledger);
        browsers = Stream.of("a", "b", "c").map(name -> new Browser(name, shared)).toList();
    }

    Random random() {
        return random;
    }

    Trace trace() {
        return trace;
    }

    Laws laws() {
        return laws;
    }

    Homeserver server() {
        return server;
    }

    Weather weather() {
        return weather;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Any one of these. */
    <T> Optional<T> pick(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }

    List<Browser> browsers() {
        return browsers;
    }

    long now() {
        return scheduler.now() - START;
    }

    void run(long millis) {
        scheduler.run(millis);
        ledger.check();
    }

    /** Lets time pass until something is so, but no longer than this. */
    boolean await(BooleanSupplier condition, long millis) {
        for (long waited = 0; waited < millis && !condition.getAsBoolean(); waited += 50) {
            run(50);
        }
        return condition.getAsBoolean();
    }

    /** Ends all processes, so that no thread is left. */
    @Override
    public void close() {
        browsers.forEach(Browser::kill);
        scheduler.run(END_MILLIS);
        scheduler.close();
    }
}
