package chat.pando.e2e.hazard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Gate;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.stage.Stage;
import chat.pando.e2e.stage.StageExtension;
import chat.pando.lab.drive.BrowserTab;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tab is frozen, discarded, closed, or crashes: the others and the core go on, and so does it when it is back. */
@ExtendWith(StageExtension.class)
class TabFateIT {

    private static final int TABS = 4;

    private Stage stage;
    private Herd herd;
    private BrowserTab victim;
    private List<BrowserTab> others;

    @BeforeEach
    void openTabs(Stage given) {
        stage = given;
        herd = new Herd(stage, TABS);
        victim = herd.tab(0);
        others = herd.tabs().subList(1, TABS);
        herd.awaitTabsKnown(victim, TABS);
    }

    /** As an energy saver does: it freezes all hidden tabs at once, also the one that has started the core. */
    @Test
    void tabsThatAreFrozenTogetherHoldNothingAndCatchUpInPlace() {
        BrowserTab awake = others.get(0);
        List<BrowserTab> frozen = herd.tabs().stream().filter(tab -> tab != awake).toList();
        frozen.forEach(BrowserTab::freeze);
        herd.awaitTabsKnown(awake, 1);
        herd.say(awake, "while the others are frozen");
        herd.awaitAll(List.of(awake));
        frozen.forEach(BrowserTab::thaw);
        herd.awaitAll();
        herd.say(victim, "from a tab that was frozen");
        herd.awaitAll();
        herd.tabs().forEach(tab -> assertTrue(Herd.isInPlace(tab), "a tab was loaded anew"));
    }

    @Test
    void theCoreLivesOnWhileAllTabsAreFrozen() throws InterruptedException {
        herd.tabs().forEach(BrowserTab::freeze);
        stage.traffic().await(Requests.SYNC, stage.traffic().count(Requests.SYNC) + 1);
        herd.tabs().forEach(BrowserTab::thaw);
        herd.say(victim, "after the freeze");
        herd.awaitAll();
        herd.tabs().forEach(tab -> assertTrue(Herd.isInPlace(tab), "a tab was loaded anew"));
    }

    @Test
    void aTabThatIsDiscardedInTheMiddleOfASendComesBackToEverything() throws InterruptedException {
        Gate gate = sendThat("is under way while the tab is discarded");
        victim.discard();
        herd.awaitTabsKnown(others.get(0), TABS - 1);
        gate.open();
        herd.awaitAll(others);
        herd.say(others.get(0), "while there was only a tab without a page");
        herd.awaitAll(others);
        victim.restore();
        assertTrue(victim.evaluate("() => document.wasDiscarded").asBoolean(), "the browser has discarded it");
        herd.awaitAll();
    }

    @Test
    void aTabThatIsClosedInTheMiddleOfASendLeavesItToTheOthers() throws InterruptedException {
        Gate gate = sendThat("is under way while the tab is closed");
        victim.close();
        herd.awaitTabsKnown(others.get(0), TABS - 1);
        gate.open();
        herd.awaitAll(others);
    }

    @Test
    void aTabThatCrashesInTheMiddleOfASendLeavesItToTheOthers() throws InterruptedException {
        Gate gate = sendThat("is under way while the tab crashes");
        victim.crash();
        assertFalse(victim.isOpen());
        gate.open();
        herd.awaitAll(others);
        herd.awaitTabsKnown(others.get(0), TABS - 1);
        victim.reload();
        herd.awaitAll();
    }

    /** Begins to send this, and returns when the server has it and the core doesn't know. */
    private Gate sendThat(String text) throws InterruptedException {
        Gate gate = new Gate();
        stage.proxy().rule(Requests.SEND, Fault.holdAnswer(gate)).times(1);
        herd.say(victim, text);
        gate.awaitReached();
        return gate;
    }
}
