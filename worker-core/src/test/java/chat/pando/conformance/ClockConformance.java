package chat.pando.conformance;

import chat.pando.host.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What every {@link Clock} promises. */
public final class ClockConformance implements Conformance {

    private static final long YEAR_2024 = 1_704_067_200_000L;
    private static final long A_YEAR = 365L * 24 * 3600 * 1000;

    private final Clock clock;

    public ClockConformance(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("now is a time of this century", () -> Check.that(clock.now() > YEAR_2024, "later than 2024")),
                new Case("an alarm comes, and not too early", this::alarm),
                new Case("alarms come in order of time, not of setting", this::order),
                new Case("a cancelled alarm does not come", this::cancelled),
                new Case("an alarm beyond the reach of a timer does not come at once", this::farAway),
                new Case("an alarm may wait for the next one", this::blocking));
    }

    private void alarm() throws InterruptedException {
        Latch rung = new Latch(1);
        long set = clock.now();
        clock.after(20, rung::countDown);
        rung.await("the alarm");
        // Two clocks are compared here, of which one may round.
        Check.that(clock.now() - set >= 18, "a wait of 20 ms");
    }

    private void order() throws InterruptedException {
        List<Integer> rung = Collections.synchronizedList(new ArrayList<>());
        Latch all = new Latch(3);
        for (int millis : new int[] {400, 200, 10}) {
            clock.after(millis, () -> {
                rung.add(millis);
                all.countDown();
            });
        }
        all.await("three alarms");
        Check.equal(List.of(10, 200, 400), rung);
    }

    private void cancelled() throws InterruptedException {
        List<String> rung = Collections.synchronizedList(new ArrayList<>());
        Latch later = new Latch(1);
        Clock.Alarm alarm = clock.after(20, () -> rung.add("cancelled"));
        alarm.cancel();
        alarm.cancel();
        clock.after(60, later::countDown);
        later.await("the other alarm");
        Check.equal(List.of(), rung);
    }

    private void farAway() throws InterruptedException {
        List<String> rung = Collections.synchronizedList(new ArrayList<>());
        Latch soon = new Latch(1);
        Clock.Alarm alarm = clock.after(A_YEAR, () -> rung.add("a year"));
        clock.after(40, soon::countDown);
        soon.await("the other alarm");
        alarm.cancel();
        Check.equal(List.of(), rung);
    }

    private void blocking() throws InterruptedException {
        Latch first = new Latch(1);
        Latch second = new Latch(1);
        clock.after(1, () -> {
            try {
                second.await("the second alarm");
                first.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        clock.after(10, second::countDown);
        first.await("the first alarm");
    }
}
