package chat.pando.channel.ack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Sets of numbers, beside those of the JDK. */
class RangesTest {

    private static final int MOST = 40;

    private static TreeSet<Long> numbers(Ranges ranges) {
        return new TreeSet<>(ranges.numbers(Integer.MAX_VALUE));
    }

    @Test
    void theyAreTheSetsThatTheySeemToBe() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Ranges one = random(random);
            Ranges other = random(random);
            TreeSet<Long> both = numbers(one);
            both.addAll(numbers(other));
            assertEquals(both, numbers(one.with(other)));
            assertEquals(one.with(other), other.with(one));
            TreeSet<Long> less = numbers(one);
            less.removeAll(numbers(other));
            assertEquals(less, numbers(one.without(other)));
            long number = 1 + random.nextInt(MOST);
            assertEquals(new TreeSet<>(numbers(one).tailSet(number, false)), numbers(one.above(number)));
            assertEquals(numbers(one).contains(number), one.has(number));
            assertEquals(numbers(one).size(), one.count());
            assertEquals(one.count() == 0 ? 0 : numbers(one).first(), one.first());
            assertEquals(one.count() == 0 ? 0 : numbers(one).last(), one.last());
        }
    }

    private static Ranges random(Random random) {
        Ranges ranges = Ranges.NONE;
        for (int i = random.nextInt(8); i > 0; i--) {
            ranges = ranges.with(1 + random.nextInt(MOST));
        }
        return ranges.with(Ranges.of(5, 4 + random.nextInt(5)));
    }

    @Test
    void itIsTheRunsThatAreKept() {
        Ranges ranges = LongStream.of(3, 1, 2, 9, 7, 8).mapToObj(Ranges::of).reduce(Ranges.NONE, Ranges::with);
        assertEquals(List.of(new Ranges.Run(1, 3), new Ranges.Run(7, 9)), ranges.runs());
        assertEquals(Ranges.of(7, 9), ranges.runsFrom(4));
        assertEquals(ranges, ranges.runsFrom(3));
        assertEquals(Ranges.of(7, 9), ranges.latest(1));
    }

    @Test
    void whatIsNoSetIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Ranges.Run(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Ranges.Run(3, 2));
        assertThrows(IllegalArgumentException.class,
                () -> new Ranges(List.of(new Ranges.Run(1, 2), new Ranges.Run(3, 4))));
    }
}
