package chat.pando.lab.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final Conditions CONDITIONS =
            new Conditions(8, 400, 0.2, new Range(20, 800), new Span(5_000), 2, 6);

    @Test
    void theSameSeedHasTheSameHappen() {
        assertEquals(Script.of(CONDITIONS, 7), Script.of(CONDITIONS, 7));
        assertNotEquals(Script.of(CONDITIONS, 7), Script.of(CONDITIONS, 8));
    }

    @Test
    void everybodyWritesTheirShareAndTheRestHappensAsOften() {
        Script script = Script.of(CONDITIONS, 7);
        for (int client = 0; client < 8; client++) {
            int writer = client;
            assertEquals(50, script.deeds().stream()
                    .filter(deed -> deed instanceof Script.Say say && say.client() == writer).count());
        }
        assertEquals(2, script.deeds().stream().filter(Script.Cut.class::isInstance).count());
        assertEquals(6, script.deeds().stream().filter(Script.Kill.class::isInstance).count());
    }
}
