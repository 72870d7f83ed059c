package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.Command;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tabs that can't take what happens as it happens: they are told less often, never less. */
class SlowTabsTest {

    /** More than a backlog keeps. */
    private static final int BURST = 1_500;

    private final FakeHomeserver server = new FakeHomeserver(false);
    private Profile profile;
    private TestTab watcher;
    private TestTab slow;

    @BeforeEach
    void signIn() {
        profile = new Profile(server, Optional.empty());
        watcher = SignedIn.tab(profile);
        watcher.open(FakeHomeserver.ROOM);
        slow = profile.tab().hello(Optional.of(FakeHomeserver.ME));
        slow.open(FakeHomeserver.ROOM);
    }

    @AfterEach
    void stop() {
        profile.stop();
    }

    @Test
    void aFrozenTabGetsNoMoreThanItsWindowAndCatchesUpWhenItThaws() {
        slow.freeze();
        int before = slow.updates();
        said("m", 40);
        assertTrue(slow.updates() - before <= Flow.WINDOW, "updates on their way: " + (slow.updates() - before));
        slow.thaw();
        slow.await("the same as the other tab", tab -> tab.texts().size() == 40);
        assertEquals(watcher.picture(), slow.picture());
        assertEquals(1, slow.welcomes(), "deltas were enough");
    }

    @Test
    void aHiddenTabThatTakesNothingGetsOneUpdateAtMost() {
        slow.hide(true);
        slow.freeze();
        int before = slow.updates();
        said("m", 40);
        assertTrue(slow.updates() - before <= Flow.HIDDEN_WINDOW);
        slow.hide(false);
        slow.await("the same as the other tab", tab -> tab.texts().size() == 40);
        assertTrue(slow.updates() - before <= Flow.HIDDEN_WINDOW + 1, "at once, in one message");
        assertEquals(watcher.picture(), slow.picture());
    }

    @Test
    void aHiddenTabIsToldEverythingInFewerMessages() {
        int before = slow.updates();
        int watchersBefore = watcher.updates();
        slow.hide(true);
        List<String> said = said("m", 60);
        slow.await("all of it", tab -> tab.texts().equals(said));
        assertTrue(slow.updates() - before < watcher.updates() - watchersBefore);
        assertEquals(watcher.picture(), slow.picture());
    }

    @Test
    void afterABurstAFrozenTabGetsASnapshotInsteadOfTheStory() {
        slow.hide(true);
        slow.freeze();
        int updates = slow.updates();
        server.somebodySays("the last that it takes");
        slow.await("one update", tab -> tab.updates() > updates);
        int welcomes = slow.welcomes();
        IntStream.range(0, BURST).forEach(i -> server.somebodySays("burst " + i));
        watcher.await("the whole burst", tab -> tab.item("burst 0").isPresent()
                && tab.item("burst " + (BURST - 1)).isPresent()
                && tab.texts().size() == BURST + 1);
        assertEquals(welcomes, slow.welcomes(), "nothing more on its way to who takes nothing");
        slow.hide(false);
        slow.await("the newest", tab -> tab.item("burst " + (BURST - 1)).isPresent());
        assertEquals(welcomes + 1, slow.welcomes());
        assertTrue(slow.hasOlder());
        assertTrue(slow.texts().size() < 100);
    }

    @Test
    void whoCallsIsToldFirstWhatItHasMissed() {
        slow.hide(true);
        slow.freeze();
        said("m", 20);
        slow.ask(new Command.MarkRead(FakeHomeserver.ROOM, eventOf("m19")));
        assertEquals(20, slow.texts().size(), "before the call settled");
    }

    private String eventOf(String text) {
        return watcher.item(text).orElseThrow().eventId().orElseThrow();
    }

    /** Says these one by one, each when the watching tab shows the one before. */
    private List<String> said(String what, int count) {
        List<String> texts = IntStream.range(0, count).mapToObj(i -> what + i).toList();
        for (String text : texts) {
            server.somebodySays(text);
            watcher.await(text, tab -> tab.item(text).isPresent());
        }
        return texts;
    }
}
