package chat.pando.lab.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.law.Breach;
import chat.pando.e2e.law.Law;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a walk forgives a browser its own crashes, and no page its. */
class UnaskedCrashesTest {

    private final UnaskedCrashes crashes = new UnaskedCrashes();

    @Test
    void withoutCrashesNothingNeedsAnExplanation() {
        assertEquals(List.of(), crashes.unexplained(List.of()));
    }

    @Test
    void aCrashThatTheBrowserTakesUponItselfBreaksNoLaw() {
        crashes.add();
        assertEquals(List.of(), crashes.unexplained(List.of("a fault of mine")));
        assertEquals(1, crashes.count());
    }

    @Test
    void aCrashThatItDoesntTakeUponItselfBreaksOne() {
        crashes.add();
        assertEquals(List.of(Law.TAB_NEVER_HANGS), laws(List.of()));
    }

    @Test
    void eachCrashNeedsAnExplanationOfItsOwn() {
        crashes.add();
        crashes.add();
        assertEquals(List.of(Law.TAB_NEVER_HANGS), laws(List.of("a fault of mine")));
    }

    private List<Law> laws(List<String> ownFaults) {
        return crashes.unexplained(ownFaults).stream().map(Breach::law).toList();
    }
}
