package chat.pando.lab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.lab.walk.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulation is reproducible, and short walks through it break no law. */
class SimulatedWalkTest {

    /** Whatever the JVM has walked before; a server that limits what people send and one that doesn't. */
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 7})
    void theSameSeedIsTheSameRun(long seed) {
        SimulatedWalk.Result first = walk(seed).walk(seed, 150);
        SimulatedWalk.Result second = walk(seed).walk(seed, 150);
        assertEquals(first, second);
        assertNotEquals(first.trace(), walk(8).walk(8, 150).trace());
    }

    @Test
    void shortWalksBreakNoLaw() {
        List<String> told = new ArrayList<>();
        Report report = new SimulatedWalk(2, 500, told::add, false).run();
        assertTrue(report.clean(), () -> String.join("\n", told));
    }

    private static SimulatedWalk walk(long seed) {
        return new SimulatedWalk(seed, 0, line -> {}, false);
    }
}
