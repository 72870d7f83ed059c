package chat.pando.channel.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.Log;
import chat.pando.jvm.ManualClock;
import chat.pando.jvm.NanoJson;
import chat.pando.store.Draft;
import chat.pando.store.MemoryStore;
import chat.pando.store.Meta;
import chat.pando.store.Tables;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon an account's messages reach a server that limits them, and in which order. */
class PaceTest {

    private static final long HOUR = 3_600_000;
    private static final Log SILENT = new Log() {
        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}
    };

    private final ManualClock clock = new ManualClock(1_700_000_000_000L);
    private final Meta meta = Tables.of(new NanoJson(), SILENT).meta();
    private final MemoryStore store = new MemoryStore();
    private Pace pace = new Pace(clock, meta);

    private Traffic traffic(LeakyBucket bucket) {
        return new Traffic(pace, clock, Traffic.of(bucket), 1, 15, 10);
    }

    private static void assertWithin(double factor, double allowed, long took) {
        assertTrue(took <= factor * allowed, "took " + took + " ms, where the limit allows " + allowed);
    }

    @Test
    void whereNothingWasRefusedNothingIsHeldBack() {
        Traffic traffic = traffic(new LeakyBucket(1_000_000, 1_000_000));
        for (int room = 0; room < 5; room++) {
            traffic.write(room, 20);
        }
        assertTrue(traffic.run(HOUR) <= 20 * 55, "each room's messages go one after the other, and no slower");
        assertEquals(0, traffic.refusals);
    }

    /** The time that a limit allows for n messages, from an empty bucket: those beyond the burst, at the rate. */
    @ParameterizedTest
    @CsvSource({
        "0.2, 10, 100, 5, 15, 10", "0.2, 10, 100, 5, 150, 200", "0.2, 10, 100, 1, 15, 10", "0.2, 1, 40, 5, 15, 10",
        "1, 5, 100, 5, 15, 10", "1, 30, 99, 3, 15, 10", "2, 3, 200, 8, 40, 30", "10, 10, 400, 5, 15, 10",
        "5, 5, 300, 1, 15, 5", "0.05, 4, 20, 2, 15, 10", "4, 1, 100, 5, 15, 5"
    })
    void allIsThereWithinAFifthMoreThanTheLimitAllows(
            double rate, int burst, int messages, int rooms, long latency, long jitter) {
        for (long seed = 1; seed <= 3; seed++) {
            pace = new Pace(clock, meta);
            Traffic traffic =
                    new Traffic(pace, clock, Traffic.of(new LeakyBucket(rate, burst)), seed, latency, jitter);
            for (int room = 0; room < rooms; room++) {
                traffic.write(room, messages / rooms);
            }
            assertWithin(1.2, 1000.0 * (messages - burst) / rate, traffic.run(24 * HOUR));
            assertEquals(messages, traffic.taken.size());
            assertTrue(traffic.refusals <= messages / 4 + 5, "refused " + traffic.refusals);
        }
    }

    @Test
    void inABurstAfterAPauseWhatWasSavedUpIsUsed() {
        Traffic traffic = traffic(new LeakyBucket(0.2, 10));
        traffic.write(0, 15);
        traffic.run(HOUR);
        for (int round = 0; round < 5; round++) {
            clock.advance(20 * 5_000);
            traffic.write(0, 15);
            traffic.write(1, 15);
            assertWithin(1.2, 20 * 5_000, traffic.run(HOUR));
        }
    }

    @Test
    void whatTheServerLetsSaveUpIsLearnedFromARefusal() {
        Traffic traffic = traffic(new LeakyBucket(0.2, 10));
        traffic.write(0, 20);
        traffic.run(HOUR);
        clock.advance(50 * 5_000);
        traffic.write(0, 14);
        traffic.run(HOUR);
        int soFar = traffic.refusals;
        clock.advance(50 * 5_000);
        traffic.write(0, 14);
        traffic.run(HOUR);
        assertTrue(traffic.refusals <= soFar + 1, "it is known by now, but for one attempt ahead of time");
    }

    @Test
    void anyLimitAnyLatencyAnyPausesWithinAFifthMore() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            double rate = Math.exp(random.nextDouble() * 5 - 3);
            int burst = 1 + random.nextInt(20);
            pace = new Pace(clock, meta);
            long latency = random.nextInt(100);
            Traffic traffic = new Traffic(
                    pace, clock, Traffic.of(new LeakyBucket(rate, burst)), seed, latency, random.nextInt(40));
            int rooms = 1 + random.nextInt(6);
            int each = 60 / rooms + burst;
            IntStream.range(0, rooms).forEach(room -> traffic.write(room, each));
            double allowed = 1000.0 * (rooms * each - burst) / rate;
            long took = traffic.run(24 * HOUR);
            assertTrue(took <= 1.2 * allowed + 2_000, "seed " + seed + ": rate " + rate + ", burst " + burst + ", "
                    + rooms + " rooms: took " + took + " of " + allowed + ", refused " + traffic.refusals);
        }
    }

    @Test
    void eachRoomsMessagesStayInOrderAndRoomsTakeTurns() {
        Traffic traffic = traffic(new LeakyBucket(0.2, 10));
        traffic.write(0, 60);
        traffic.write(1, 10);
        traffic.write(2, 10);
        traffic.run(24 * HOUR);
        for (int room = 0; room < 3; room++) {
            String prefix = "r" + room + "-";
            List<String> own = traffic.takenTexts.stream().filter(text -> text.startsWith(prefix)).toList();
            assertEquals(IntStream.range(0, own.size()).mapToObj(i -> prefix + i).toList(), own);
        }
        List<Integer> whileAllWait = traffic.taken.subList(0, 30);
        for (int room = 0; room < 3; room++) {
            int number = room;
            long count = whileAllWait.stream().filter(of -> of == number).count();
            assertTrue(count >= 8 && count <= 12, "room " + room + " had " + count + " of 30 turns");
        }
    }

    @Test
    void keysComeBeforeTextAndTextBeforeFiles() {
        Traffic traffic = traffic(new LeakyBucket(0.2, 2));
        traffic.write(0, 4);
        traffic.run(HOUR);
        IntStream.range(0, 3).forEach(i -> traffic.write(1, "file", Urgency.FILES));
        IntStream.range(0, 3).forEach(i -> traffic.write(2, "text", Urgency.TEXT));
        IntStream.range(0, 3).forEach(i -> traffic.write(3, "keys", Urgency.KEYS));
        traffic.run(HOUR);
        List<String> order = traffic.takenTexts.subList(4, 13);
        assertEquals(
                List.of("keys", "keys", "keys", "text", "text", "text", "file", "file", "file"), order);
    }

    @Test
    void whatWasLearnedOutlivesTheCore() {
        LeakyBucket bucket = new LeakyBucket(0.2, 3);
        Traffic before = traffic(bucket);
        before.write(0, 10);
        before.run(HOUR);
        save();
        pace = new Pace(clock, meta);
        pace.load(store);
        Traffic after = traffic(bucket);
        after.write(0, 5);
        long took = after.run(HOUR);
        assertEquals(0, after.refusals, "the server need not say it again");
        assertWithin(1.2, 5 * 5_000, took);
    }

    @Test
    void nothingIsWrittenWhereNothingWasLearned() {
        Traffic traffic = traffic(new LeakyBucket(100, 100));
        traffic.write(0, 5);
        traffic.run(HOUR);
        Draft draft = new Draft(store);
        pace.save(draft);
        assertTrue(draft.changes().isEmpty());
    }

    @Test
    void aLimitThatIsLiftedIsNoticedWhileMessagesWait() {
        Traffic traffic = traffic(new LeakyBucket(0.2, 10));
        traffic.write(0, 400);
        traffic.run(300_000);
        traffic.limiter = now -> OptionalLong.of(-1);
        assertTrue(traffic.run(24 * HOUR) < 400_000, "an attempt ahead of time gets through, and all others follow");
        assertEquals(400, traffic.taken.size());
    }

    @Test
    void aLimitThatIsLoweredIsLearnedAnew() {
        Traffic traffic = traffic(new LeakyBucket(1, 10));
        traffic.write(0, 150);
        traffic.run(30_000);
        int left = 150 - traffic.taken.size();
        traffic.limiter = Traffic.of(new LeakyBucket(0.25, 1));
        assertWithin(1.2, left * 4_000.0, traffic.run(24 * HOUR));
    }

    @Test
    void anotherDeviceOfTheSamePersonIsMadeRoomFor() {
        LeakyBucket bucket = new LeakyBucket(1, 5);
        Traffic traffic = traffic(bucket);
        long[] nextOther = {clock.now()};
        traffic.limiter = now -> {
            while (nextOther[0] <= now) {
                bucket.take(nextOther[0]);
                nextOther[0] += 2_000;
            }
            return Traffic.of(bucket).apply(now);
        };
        traffic.write(0, 100);
        long took = traffic.run(24 * HOUR);
        assertWithin(1.2, 100 * 2_000, took);
        assertTrue(traffic.refusals < 60, "refused " + traffic.refusals);
    }

    @Test
    void aWindowThatIsCountedAndForgottenAsAWholeIsALimitToo() {
        long[] window = {0};
        int[] count = {0};
        Traffic traffic = new Traffic(pace, clock, now -> {
            if (now / 60_000 != window[0]) {
                window[0] = now / 60_000;
                count[0] = 0;
            }
            return ++count[0] <= 30 ? OptionalLong.of(-1) : OptionalLong.of(60_000 - now % 60_000);
        }, 1, 15, 10);
        traffic.write(0, 200);
        traffic.write(1, 100);
        assertWithin(1.2, 10 * 60_000, traffic.run(24 * HOUR));
    }

    @Test
    void aServerThatDoesNotSayHowLongIsAskedMoreAndMoreSeldom() {
        boolean[] shut = {true};
        Traffic traffic = new Traffic(
                pace, clock, now -> shut[0] ? OptionalLong.empty() : OptionalLong.of(-1), 1, 15, 10);
        traffic.write(0, 3);
        traffic.write(1, 3);
        traffic.run(600_000);
        assertTrue(traffic.refusals < 20, "asked " + traffic.refusals + " times in ten minutes");
        shut[0] = false;
        assertTrue(traffic.run(HOUR) < 70_000);
        assertEquals(6, traffic.taken.size());
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        LeakyBucket bucket = new LeakyBucket(0.2, 3);
        Traffic before = traffic(bucket);
        before.write(0, 10);
        before.run(HOUR);
        save();
        ManualClock earlier = new ManualClock(clock.now() - 100 * HOUR);
        pace = new Pace(earlier, meta);
        pace.load(store);
        Traffic after = new Traffic(pace, earlier, Traffic.of(new LeakyBucket(10, 10)), 1, 15, 10);
        after.write(0, 3);
        assertTrue(after.run(HOUR) < 5_000);
    }

    private void save() {
        Draft draft = new Draft(store);
        pace.save(draft);
        store.commit(draft.changes());
    }
}
