package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Waits that double, and end. */
class BackoffTest {

    private final Backoff backoff = new Backoff(1_000, 60_000);

    @Test
    void eachWaitIsTwiceTheOneBeforeUpToABound() {
        assertEquals(1_000, backoff.after(0));
        assertEquals(4_000, backoff.after(2));
        assertEquals(60_000, backoff.after(6));
        assertEquals(60_000, backoff.after(1_000_000));
    }

    @Test
    void aWaitIsOverWhenItsTimeHasCome() {
        assertFalse(backoff.isOver(9_999, 10_000));
        assertTrue(backoff.isOver(10_000, 10_000));
    }

    @Test
    void aClockThatWasWrongBlocksNobodyForYears() {
        long set = 2_000_000_000_000L;
        assertTrue(backoff.isOver(1_700_000_000_000L, set + backoff.after(3)));
    }
}
