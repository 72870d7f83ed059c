package chat.pando.core.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.order.Channel;
import chat.pando.channel.order.Order;
import chat.pando.channel.order.SdsContent;
import chat.pando.channel.order.Timing;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.EventId;
import chat.pando.store.Position;
import chat.pando.store.TimelineRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What order does to a timeline: what waits, what doesn't, and what is told. */
class RoomOrderTest extends OrderedRoom {

    @Test
    void anEffectWaitsForItsCauseAlsoAcrossJobs() {
        OpenedEvent first = written("one");
        OpenedEvent second = written("two");
        OpenedEvent third = written("three");
        arrive(first, third);
        assertEquals(List.of("one"), shown());
        arrive(second);
        assertEquals(List.of("one", "two", "three"), shown());
    }

    @Test
    void whatSaysNothingOfOrderIsShownAtOnce() {
        arrive(written("one"));
        written("lost");
        OpenedEvent waiting = written("waits");
        arrive(waiting, opened(BOB.user(), content("of another client"), Optional.of(BOB.device())));
        String newer = SdsContent.with(
                        new Order(Timing.USUAL).send(bob.channel, Set.of(), NOW).message(), JsonObject.EMPTY)
                .requireString(SdsContent.MEMBER)
                .replace("/1 ", "/2 ");
        JsonObject ofNewer = content("of a newer Pando").toBuilder().put(SdsContent.MEMBER, newer).build();
        arrive(opened(BOB.user(), ofNewer, Optional.of(BOB.device())));
        assertEquals(List.of("one", "of another client", "of a newer Pando"), shown());
    }

    @Test
    void whoseDeviceIsNotKnownIsShownAtOnceAndProvesNothing() {
        written("lost");
        OpenedEvent known = written("two");
        arrive(opened(BOB.user(), known.event().content(), Optional.empty()));
        assertEquals(List.of("two"), shown());
        assertTrue(tables.channels().get(store, ROOM).isEmpty());
    }

    @Test
    void aStolenNumberOfAnotherDeviceIsAnOrdinaryMessage() {
        OpenedEvent bobsOwn = written("one");
        arrive(opened(BOB.user(), bobsOwn.event().content(), Optional.of(new DeviceId("EVE"))));
        arrive(bobsOwn);
        assertEquals(List.of("one", "one"), shown());
    }

    @Test
    void anotherTextUnderTheSameNumberIsShownAndTheSameEventIsNot() {
        Channel before = bob.channel;
        OpenedEvent first = written("one");
        bob.channel = before; // the device has lost its memory
        OpenedEvent again = written("another one");
        arrive(first, again, first);
        assertEquals(List.of("one", "another one"), shown());
    }

    @Test
    void whatDoesNotComeIsToldAndFillsInAtItsPlace() {
        arrive(written("one"));
        OpenedEvent second = written("two");
        OpenedEvent third = written("three");
        OpenedEvent fourth = written("four");
        arrive(fourth);
        patienceIsOver();
        assertEquals(List.of("one", "four"), shown());
        assertEquals(Set.of(2L, 3L), missing().get(0).numbers());
        assertEquals(Optional.of(BOB.user()), missing().get(0).sender());
        arrive(third);
        assertEquals(List.of("one", "three", "four"), shown());
        assertEquals(Set.of(2L), missing().get(0).numbers());
        arrive(second);
        assertEquals(List.of("one", "two", "three", "four"), shown());
        assertEquals(List.of(), missing());
    }

    @Test
    void whatWaitsAndIsRemovedMeanwhileIsShownAsRemoved() {
        arrive(written("one"));
        OpenedEvent cause = written("two");
        OpenedEvent effect = written("three");
        arrive(effect);
        job(work -> Corrections.redact(work, effect.event().id()));
        arrive(cause);
        assertEquals(List.of("one", "two", "removed"), shown());
    }

    @Test
    void nothingWaitsBehindAGapThatIsBeingFilled() {
        arrive(written("one"));
        OpenedEvent skipped = written("two");
        OpenedEvent after = written("three");
        gapOpens();
        arrive(after);
        assertEquals(List.of("one", "three"), shown());
        patienceIsOver();
        assertEquals(List.of(), missing(), "the gap itself is told already");
        fetchedForTheGap(skipped);
        gapCloses();
        patienceIsOver();
        assertEquals(List.of("one", "two", "three"), shown());
        assertEquals(List.of(), missing());
    }

    @Test
    void whatIsOlderThanTheFirstIsNeitherMissedNorNew() {
        OpenedEvent old = written("old");
        arrive(written("one"));
        patienceIsOver();
        assertEquals(List.of(), missing());
        String before = tables.channels().get(store, ROOM).orElseThrow().order().text();
        Position place = new Position(1, 1);
        job(work -> assertEquals(Optional.of(place), work.order.placeBeforeAll(old, place)));
        assertEquals(before, tables.channels().get(store, ROOM).orElseThrow().order().text());
    }

    @Test
    void aMessageThatStandsThereClosedIsNotMissed() {
        arrive(written("one"));
        OpenedEvent closed = written("two");
        OpenedEvent third = written("three");
        EventId event = closed.event().id();
        arrive(OpenedEvent.closed(closed.event(), new TimelineRow.Undecrypted("s", "Its key hasn't come."), true));
        arrive(third);
        assertEquals(2, shown().size(), "the third waits");
        job(work -> work.order.closed(
                new MessageId(participants.of(BOB), 2), closed, true));
        assertEquals(3, shown().size(), "and waits no more, once it is known that the second is there, closed");
        patienceIsOver();
        assertEquals(List.of(), missing());
        job(work -> work.order.opened(closed));
        assertTrue(tables.numbered().get(store, ROOM, participants.of(BOB).name(), 2)
                .filter(row -> row.event().equals(Optional.of(event)))
                .isPresent());
    }
}
