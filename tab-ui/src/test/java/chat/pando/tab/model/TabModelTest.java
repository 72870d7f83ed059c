package chat.pando.tab.model;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.BOB;
import static chat.pando.tab.model.Given.ROOM;
import static chat.pando.tab.model.Given.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.Connection;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.TimelineItem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TabModelTest {

    private final TabModel model = new TabModel();

    @BeforeEach
    void openRoom() {
        model.reset(Given.snapshot(
                List.of(Given.room(ROOM, "Grove", 5)),
                Optional.of(Given.open(List.of(text("b", "2", BOB, "two"), text("a", "1", BOB, "one")), true))));
    }

    @Test
    void aTimelineIsInOrderWhateverOrderItCameIn() {
        timeline(List.of(text("d", "4", BOB, "four"), text("c", "3", ALICE, "three"), text("0", "0", BOB, "zero")));
        assertEquals(List.of("0", "a", "b", "c", "d"), keys());
    }

    @Test
    void aRepeatedKeyReplacesTheEntryAndMovesIt() {
        timeline(List.of(text("a", "9", BOB, "one, later")));
        assertEquals(List.of("b", "a"), keys());
        assertEquals(2, model.openRoom().orElseThrow().timeline().items().size());
    }

    @Test
    void theSameDeltaTwiceChangesNothing() {
        timeline(List.of(text("c", "3", ALICE, "three")));
        timeline(List.of(text("c", "3", ALICE, "three")));
        assertEquals(List.of("a", "b", "c"), keys());
    }

    @Test
    void removedEntriesAreGoneAndUnknownOnesDoNoHarm() {
        model.apply(List.of(new Delta.TimelineChanged(ROOM, List.of(), List.of("a", "never seen"), false)));
        assertEquals(List.of("b"), keys());
        assertFalse(model.openRoom().orElseThrow().hasOlder());
    }

    @Test
    void twoEntriesThatClaimOnePlaceAreBothKept() {
        timeline(List.of(text("x", "1", BOB, "another one")));
        assertEquals(List.of("a", "x", "b"), keys());
    }

    @Test
    void deltasOfARoomThatIsNotOpenTouchNothing() {
        Set<Aspect> touched = model.apply(List.of(
                new Delta.TimelineChanged("!other:x", List.of(text("z", "9", BOB, "z")), List.of(), false),
                new Delta.MembersChanged("!other:x", List.of())));
        assertEquals(Set.of(), touched);
        assertEquals(List.of("a", "b"), keys());
    }

    @Test
    void aRoomThatIsRemovedIsNoLongerOpen() {
        Set<Aspect> touched = model.apply(List.of(new Delta.RoomRemoved(ROOM)));
        assertEquals(Set.of(Aspect.ROOMS, Aspect.ROOM), touched);
        assertTrue(model.openRoom().isEmpty());
        assertTrue(model.account().orElseThrow().rooms().isEmpty());
    }

    @Test
    void openingARoomTakesTheOtherOnesPlace() {
        model.apply(List.of(new Delta.RoomOpened(Given.open(List.of(text("n", "1", BOB, "new")), false))));
        assertEquals(List.of("n"), keys());
    }

    @Test
    void theConnectionChanges() {
        Connection offline = new Connection(Connection.State.OFFLINE, OptionalLong.of(7), Optional.empty());
        assertEquals(Set.of(Aspect.CONNECTION), model.apply(List.of(new Delta.ConnectionChanged(offline))));
        assertEquals(offline, model.account().orElseThrow().connection());
    }

    @Test
    void onlyTheShownAccountsSignOutEndsTheView() {
        assertEquals(Set.of(), model.apply(List.of(new Delta.SignedOut(BOB))));
        assertTrue(model.account().isPresent());
        assertEquals(Set.of(Aspect.SIGNED_OUT), model.apply(List.of(new Delta.SignedOut(ALICE))));
        assertTrue(model.account().isEmpty());
    }

    @Test
    void deltasWithoutAnAccountAreSurvived() {
        model.reset(new Snapshot(List.of(), Optional.empty()));
        assertEquals(Set.of(), model.apply(List.of(new Delta.RoomRemoved(ROOM))));
        assertEquals(Set.of(Aspect.ACCOUNTS), model.apply(List.of(new Delta.AccountsChanged(List.of()))));
    }

    @Test
    void theLatestEventIsTheLastThatTheServerHas() {
        timeline(List.of(new TimelineItem("w", Optional.empty(), "9", ALICE, 0, text("w", "9", ALICE, "w").content(),
                TimelineItem.State.WAITING, Optional.empty())));
        assertEquals(Optional.of("$b"), model.openRoom().orElseThrow().timeline().latestEvent());
    }

    private void timeline(List<TimelineItem> changed) {
        model.apply(List.of(new Delta.TimelineChanged(ROOM, changed, List.of(), true)));
    }

    private List<String> keys() {
        return model.openRoom().orElseThrow().timeline().items().stream().map(TimelineItem::key).toList();
    }
}
