package chat.pando.tab.model;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.BOB;
import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoriesTest {

    private final MapMemory memory = new MapMemory();

    @Test
    void draftsSurviveAReloadPerAccountAndRoom() {
        new Drafts(memory).write(ALICE, ROOM, "half a thou");
        Drafts afterReload = new Drafts(memory);
        assertEquals("half a thou", afterReload.read(ALICE, ROOM));
        assertEquals("", afterReload.read(BOB, ROOM));
        afterReload.write(ALICE, ROOM, "");
        assertEquals("", new Drafts(memory).read(ALICE, ROOM));
    }

    @Test
    void aTextThatIsGivenBackStandsBeforeWhatWasTypedSince() {
        Drafts drafts = new Drafts(memory);
        drafts.write(ALICE, ROOM, "second");
        drafts.giveBack(ALICE, ROOM, "first");
        assertEquals("first\nsecond", drafts.read(ALICE, ROOM));
    }

    @Test
    void aDraftIsKeptInThisPageEvenWhereTheMemoryIsFull() {
        memory.fill();
        Drafts drafts = new Drafts(memory);
        drafts.write(ALICE, ROOM, "still here");
        assertEquals("still here", drafts.read(ALICE, ROOM));
    }

    @Test
    void unsentMessagesSurviveAReloadInOrder() {
        Unsent unsent = new Unsent(memory);
        for (int i = 0; i < 12; i++) {
            assertTrue(unsent.add(new Unsent.Message("id" + i, i == 5 ? BOB : ALICE, ROOM, "line\n" + i)));
        }
        Unsent afterReload = new Unsent(memory);
        afterReload.add(new Unsent.Message("id12", ALICE, ROOM, "last"));
        afterReload.remove("id1");
        List<String> ids = afterReload.all().stream().map(Unsent.Message::id).toList();
        assertEquals(List.of("id0", "id2", "id3", "id4", "id5", "id6", "id7", "id8", "id9", "id10", "id11", "id12"), ids);
        assertEquals(new Unsent.Message("id5", BOB, ROOM, "line\n5"), afterReload.all().get(4));
    }

    @Test
    void nothingOfAnAccountOutlivesItsSignOut() {
        Drafts drafts = new Drafts(memory);
        Unsent unsent = new Unsent(memory);
        for (String account : List.of(ALICE, BOB)) {
            drafts.write(account, ROOM, "a draft of " + account);
            unsent.add(new Unsent.Message("id of " + account, account, ROOM, "on its way"));
            unsent.keepDoubtful(new Unsent.Message("id for " + account, account, ROOM, "in doubt"));
            new Route(Optional.of(account), false, Optional.of(ROOM)).remember(memory);
        }
        Route.forgetAllBut(List.of(BOB), memory);
        drafts.forgetAllBut(List.of(BOB));
        unsent.forgetAllBut(List.of(BOB));

        assertEquals(Optional.empty(), Route.to(ALICE, memory).room());
        assertEquals("", drafts.read(ALICE, ROOM));
        assertEquals(List.of(), memory.names("").stream().filter(name -> name.contains(ALICE)).toList());
        assertEquals(Optional.of(ROOM), Route.to(BOB, memory).room());
        assertEquals("a draft of " + BOB, new Drafts(memory).read(BOB, ROOM));
        assertEquals(List.of(BOB), unsent.all().stream().map(Unsent.Message::account).toList());
        assertEquals("in doubt", unsent.takeDoubtful(BOB, ROOM).orElseThrow().body());
    }

    @Test
    void aFullMemoryIsSaid() {
        memory.fill();
        assertFalse(new Unsent(memory).add(new Unsent.Message("id", ALICE, ROOM, "x")));
    }

    @Test
    void theRouteSurvivesAReload() {
        Route route = new Route(Optional.of(ALICE), false, Optional.of(ROOM));
        route.remember(memory);
        assertEquals(route, Route.recall(memory));
    }

    @Test
    void eachAccountHasItsOwnRoom() {
        new Route(Optional.of(ALICE), false, Optional.of(ROOM)).remember(memory);
        new Route(Optional.of(BOB), false, Optional.empty()).remember(memory);
        assertEquals(new Route(Optional.of(BOB), false, Optional.empty()), Route.recall(memory));
        assertEquals(Optional.of(ROOM), Route.to(ALICE, memory).room());
    }

    @Test
    void preferencesAreKept() {
        Preferences preferences = new Preferences(memory);
        assertEquals(Preferences.Appearance.SYSTEM, preferences.appearance());
        assertTrue(preferences.enterSends());
        preferences.setAppearance(Preferences.Appearance.DARK);
        preferences.setEnterSends(false);
        assertEquals(Preferences.Appearance.DARK, new Preferences(memory).appearance());
        assertFalse(new Preferences(memory).enterSends());
    }
}
