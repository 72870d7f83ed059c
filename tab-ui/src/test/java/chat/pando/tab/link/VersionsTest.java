package chat.pando.tab.link;

import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Incompatible;
import chat.pando.protocol.Moved;
import chat.pando.protocol.Problem;
import chat.pando.protocol.ToCore;
import chat.pando.tab.model.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cores of other versions: which one a tab goes to, moves to, or can't understand. */
class VersionsTest extends OnTheLine {

    @Test
    void anotherVersionOfTheProtocolEndsTheLine() {
        start(link);
        link.call(new Command.Reconnect(), outcomes::add);
        say(new Incompatible("core", 99));
        assertEquals(LinkState.INCOMPATIBLE, link.state());
        link.call(new Command.Reconnect(), outcomes::add);
        assertEquals(2, outcomes.size());
        int lines = page.lineCount();
        page.pass(3_600_000);
        assertEquals(lines, page.lineCount());
    }

    private static final CoreAddress NEXT = CoreAddress.own("worker.js?v=3");

    @Test
    void aFreshPageAsksForItsOwnCoreWhateverTheOthersHave() {
        page.note(CoreAddress.own("worker.js?v=1"));
        CoreLink fresh = link();
        start(fresh);
        assertEquals(OWN.url(), page.line().url());
    }

    @Test
    void aFreshPageNotesItsCoreOnceThatShowsSomething() {
        start(link);
        assertEquals(Optional.empty(), page.read());
        welcome("core", 1, Given.opening());
        assertEquals(Optional.empty(), page.read());
        welcome("core", 2);
        assertEquals(Optional.of(OWN), page.read());
    }

    @Test
    void aCoreThatCannotOpenTheAccountIsNotNoted() {
        start(link);
        welcome("core", 1, Given.closed(Problem.Code.STORAGE_NEWER));
        assertEquals(Optional.empty(), page.read());
        assertEquals(LinkState.LIVE, link.state());
    }

    @Test
    void aPageThatComesBackAsksForTheCoreThatIsCurrentThen() {
        live();
        link.pause();
        page.note(NEXT);
        start(link);
        assertEquals(NEXT.url(), page.line().url());
        welcome("next", 1);
        assertEquals(Optional.of(NEXT), page.read());
    }

    @Test
    void aPageThatWasAwayBeforeItSawAnythingNotesNothing() {
        start(link);
        link.pause();
        start(link);
        welcome("core", 1);
        assertEquals(Optional.empty(), page.read());
    }

    @Test
    void afterTheCoreDiedTheCurrentOneIsStarted() {
        live();
        page.note(NEXT);
        page.free(CORE_LOCK + "core");
        assertEquals(NEXT.url(), page.line().url());
    }

    @Test
    void whereTheCurrentCoreSpeaksOtherwiseTheTabAsksForAReload() {
        live();
        link.call(new Command.SendText(ROOM, "hello"), outcomes::add);
        link.pause();
        page.note(new CoreAddress(NEXT.url(), ToCore.VERSION + 1));
        start(link);
        assertEquals(LinkState.INCOMPATIBLE, link.state());
        assertEquals(1, page.lineCount());
        assertEquals(List.of(), page.heldLocks());
        assertEquals(Problem.Code.CORE_LOST, onlyRefusal());
    }

    @Test
    void movesInPlaceAndMakesTheOpenCallsThere() {
        live();
        link.call(new Command.SendText(ROOM, "hello"), outcomes::add);
        Call call = lastCall();
        FakePlatform.FakeLine old = page.line();
        say(new Moved("core", NEXT.url(), ToCore.VERSION));
        assertEquals(LinkState.MOVING, link.state());
        assertFalse(old.isOpen());
        assertFalse(page.isWatched(CORE_LOCK + "core"));
        assertEquals(NEXT.url(), page.line().url());
        welcome("next", 1);
        assertEquals(List.of(call), calls());
        assertEquals(LinkState.LIVE, link.state());
        assertEquals(Optional.of(OWN), page.read());
        page.free(CORE_LOCK + "next");
        assertEquals(NEXT.url(), page.line().url());
    }

    @Test
    void signingInIsNotMoved() {
        live();
        link.call(new Command.SignIn("example.org", "alice", "secret"), outcomes::add);
        say(new Moved("core", NEXT.url(), ToCore.VERSION));
        assertEquals(Problem.Code.CORE_LOST, onlyRefusal());
        welcome("next", 1);
        assertEquals(List.of(), calls());
    }

    @Test
    void whatAFresherPageHasNotedCountsMoreThanAnOldMove() {
        live();
        page.note(CoreAddress.own("worker.js?v=4"));
        say(new Moved("core", NEXT.url(), ToCore.VERSION));
        assertEquals("worker.js?v=4", page.line().url());
    }

    /** By then a fresh page has noted the core that this tab was moved to; it says nothing newer than the move back. */
    @Test
    void aMoveBackIsFollowedAtOnceAfterAMoveThere() {
        live();
        say(new Moved("core", NEXT.url(), ToCore.VERSION));
        welcome("next", 1);
        page.note(NEXT);
        say(new Moved("next", OWN.url(), ToCore.VERSION));
        assertEquals(OWN.url(), page.line().url());
        welcome("core", 1);
        page.free(CORE_LOCK + "core");
        assertEquals(OWN.url(), page.line().url());
    }

    @Test
    void aMoveBackIsFollowedAlthoughTheFreshPageHasItsOwnCore() {
        page.note(NEXT);
        CoreLink older = link();
        start(older);
        welcome("core", 1, Given.opening());
        say(new Moved("core", NEXT.url(), ToCore.VERSION));
        assertEquals(NEXT.url(), page.line().url());
        welcome("next", 1);
        assertEquals(Optional.of(NEXT), page.read());
        assertEquals(LinkState.LIVE, older.state());
    }

    @Test
    void coresThatSendItToAndFroGetTime() {
        live();
        say(new Moved("core", NEXT.url(), ToCore.VERSION));
        say(new Moved("next", OWN.url(), ToCore.VERSION));
        assertEquals(2, page.lineCount());
        page.pass(Greeting.FIRST_LIMIT_MS);
        assertEquals(3, page.lineCount());
        assertEquals(OWN.url(), page.line().url());
    }

    @Test
    void aCoreThatSpeaksOtherwiseAsksForAReload() {
        live();
        say(new Moved("core", NEXT.url(), ToCore.VERSION + 1));
        assertEquals(LinkState.INCOMPATIBLE, link.state());
        assertEquals(1, page.lineCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://evil.example/worker.js?v=3", "//evil.example/worker.js", "../worker.js?v=3", "worker.js/../evil.js",
        "other.js?v=3", "worker.json", "data:text/javascript,evil", " worker.js", "",
    })
    void aMoveToWhatIsNoCoreOfThisSiteIsRefused(String url) {
        live();
        say(new Moved("core", url, ToCore.VERSION));
        assertEquals(LinkState.INCOMPATIBLE, link.state());
        assertEquals(1, page.lineCount());
    }
}
