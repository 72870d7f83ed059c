package chat.pando.lab.channel;

import chat.pando.e2e.proxy.Requests;
import chat.pando.jvm.JvmClock;
import chat.pando.lab.LabHomeserver;
import chat.pando.lab.drive.Patience;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * One run: people come together on a line that works, then talk on one that doesn't, until all has arrived or nothing
 * comes any more.
 */
final class Run implements AutoCloseable {

    private final LabHomeserver homeserver;
    private final Conditions conditions;
    private final long seed;
    private final Script script;
    private final Grove grove;
    private final List<FaultyLine> lines = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Run(LabHomeserver homeserver, Conditions conditions, long seed) throws IOException {
        this.homeserver = homeserver;
        this.conditions = conditions;
        this.seed = seed;
        script = Script.of(conditions, seed);
        grove = new Grove(homeserver.url(), conditions.clients(), new JvmClock());
    }

    Report run(String replay) throws InterruptedException {
        long start = System.nanoTime();
        grove.gather();
        disturb();
        play();
        grove.ledger().awaitArrival(Patience.MS);
        lines.forEach(FaultyLine::calm);
        for (Client client : grove.clients()) {
            client.readAll(grove.room());
        }
        return report(replay, (System.nanoTime() - start) / 1e9);
    }

    private Report report(String replay, double seconds) {
        Ledger ledger = grove.ledger();
        Reckoning reckoning = new Reckoning(ledger);
        List<Tally> senders = IntStream.range(0, conditions.clients()).mapToObj(reckoning::of).toList();
        Tally total = reckoning.total();
        List<Long> added = new AddedBytes(grove.room()).of(grove.proxy().traffic(), ledger.messages());
        return new Report(seed, homeserver.kind(), conditions.options(), total.clean(), total, senders,
                reckoning.gapsTold(), Spread.of(added), WireCount.of(grove.proxy().traffic()), ledger.faults(),
                reckoning.findings(), replay, seconds);
    }

    /** From now on each client's line is a bad one. */
    private void disturb() {
        for (int number = 0; number < conditions.clients(); number++) {
            FaultyLine line = new FaultyLine(conditions, seed, number);
            lines.add(line);
            grove.proxy().rule(Requests.ANY.and(grove.of(number)), line);
        }
    }

    /** Lets everything happen that is in the script, each client's deeds one after the other. */
    private void play() throws InterruptedException {
        ScheduledExecutorService sky = Executors.newSingleThreadScheduledExecutor(Run::daemon);
        List<ScheduledExecutorService> hands = grove.clients().stream()
                .map(client -> Executors.newSingleThreadScheduledExecutor(Run::daemon)).toList();
        CountDownLatch left = new CountDownLatch(script.deeds().size());
        for (Script.Deed deed : script.deeds()) {
            if (deed instanceof Script.Cut cut) {
                sky.schedule(() -> cut(cut, sky, left), cut.at(), TimeUnit.MILLISECONDS);
            } else {
                int client = clientOf(deed);
                hands.get(client).schedule(() -> carryOut(deed, left), deed.at(), TimeUnit.MILLISECONDS);
            }
        }
        left.await();
        sky.shutdown();
        hands.forEach(ScheduledExecutorService::shutdown);
        if (failure.get() != null) {
            throw new IllegalStateException("The script could not be carried out", failure.get());
        }
    }

    private static int clientOf(Script.Deed deed) {
        if (deed instanceof Script.Say say) {
            return say.client();
        }
        return deed instanceof Script.Kill kill ? kill.client() : ((Script.Read) deed).client();
    }

    private void cut(Script.Cut cut, ScheduledExecutorService sky, CountDownLatch left) {
        grove.proxy().cut();
        sky.schedule(() -> {
            grove.proxy().mend();
            left.countDown();
        }, cut.millis(), TimeUnit.MILLISECONDS);
    }

    private void carryOut(Script.Deed deed, CountDownLatch left) {
        try {
            Client client = grove.client(clientOf(deed));
            if (deed instanceof Script.Say say) {
                client.say(grove.room(), say.length());
            } else if (deed instanceof Script.Read) {
                client.reads(grove.room());
            } else if (deed instanceof Script.Kill kill) {
                client.kill();
                TimeUnit.MILLISECONDS.sleep(kill.away());
                client.start();
            }
        } catch (RuntimeException | InterruptedException e) {
            failure.compareAndSet(null, e);
        } finally {
            left.countDown();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "lab-channel");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        grove.close();
    }
}
