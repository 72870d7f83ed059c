package chat.pando.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimingsTest {

    static final double ALONE = 150;
    static final double SHARED = 220;

    @Test
    void whatTookPlaceOnASharedCoreIsSetAside() {
        List<Repetition> repetitions = repetitions(9, 400, ALONE);
        repetitions.addAll(repetitions(20, 600, SHARED));
        Timings timings = Timings.of(repetitions, ALONE);
        assertEquals(600, timings.all().median());
        assertEquals(9, timings.alone());
        assertEquals(Optional.of(400.0), timings.undisturbed().map(Spread::median));
    }

    @Test
    void whatIsSlowOnACoreOfItsOwnCounts() {
        List<Repetition> repetitions = repetitions(5, 400, ALONE);
        repetitions.addAll(repetitions(6, 900, ALONE * 1.1));
        assertEquals(Optional.of(900.0), Timings.of(repetitions, ALONE).undisturbed().map(Spread::median));
    }

    @Test
    void aFewTellNothing() {
        List<Repetition> repetitions = repetitions(7, 400, ALONE);
        repetitions.addAll(repetitions(20, 600, SHARED));
        Timings timings = Timings.of(repetitions, ALONE);
        assertEquals(7, timings.alone());
        assertEquals(Optional.empty(), timings.undisturbed());
    }

    @Test
    void noneHadTheCoreToItselfWhereTheContenderIsKnownToBeQuicker() {
        assertEquals(0, Timings.of(repetitions(20, 600, SHARED), ALONE).alone());
    }

    static List<Repetition> repetitions(int count, double micros, double pace) {
        List<Repetition> repetitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            repetitions.add(new Repetition(micros, pace));
        }
        return repetitions;
    }
}
