package chat.pando.core.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.Address;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a message goes that others have overtaken. */
class LatePlaceTest extends OrderedRoom {

    /** Its causes may be in the gap: it would come after what follows it, which waits for nothing there. */
    @Test
    void whatWaitsWhenAGapOpensIsShownBeforeIt() {
        arrive(written("one"));
        OpenedEvent cause = written("two");
        OpenedEvent effect = written("three");
        OpenedEvent after = written("four");
        arrive(effect);
        gapOpens();
        assertEquals(Set.of(2L), missing().get(0).numbers());
        arrive(after);
        assertEquals(List.of("one", "three", "four"), shown());
        fetchedForTheGap(cause);
        assertEquals(List.of("one", "two", "three", "four"), shown());
        assertEquals(List.of(), missing());
    }

    /** The page that closed the gap didn't have it: servers order history otherwise than /sync. */
    @Test
    void whatAGapDidNotBringGoesAboveWhatFollowedIt() {
        arrive(written("one"));
        OpenedEvent cause = written("two");
        OpenedEvent effect = written("three");
        gapOpens();
        arrive(effect);
        gapCloses();
        job(work -> work.order.tick());
        job(work -> work.order.found(cause, false));
        assertEquals(List.of("one", "two", "three"), shown());
    }

    @Test
    void whatIsFoundWhileAGapIsFilledGoesAboveWhatFollowedIt() {
        arrive(written("one"));
        OpenedEvent cause = written("two");
        OpenedEvent effect = written("three");
        gapOpens();
        arrive(effect);
        arrive(cause);
        assertEquals(List.of("one", "two", "three"), shown());
    }

    @Test
    void whatWasToldToBeMissingBelowItsEffectsGoesAboveThem() {
        arrive(written("one"));
        OpenedEvent cause = written("two");
        arriveInAGap(written("three"), written("four"));
        job(work -> work.order.tick());
        patienceIsOver();
        assertEquals(Set.of(2L), missing().get(0).numbers());
        arrive(cause);
        assertEquals(List.of("one", "two", "three", "four"), shown());
        assertEquals(List.of(), missing());
    }

    private void arriveInAGap(OpenedEvent... effects) {
        gapOpens();
        arrive(effects);
        gapCloses();
    }

    @Test
    void aPageOfTheGapHasItsOwnOrderWhereTheGapWasToldBelow() {
        arrive(written("one"));
        OpenedEvent cause = written("two");
        arriveInAGap(written("three"));
        job(work -> work.order.tick());
        patienceIsOver();
        gapOpens();
        fetchedForTheGap(cause);
        gapCloses();
        assertEquals(List.of("one", "two", "three"), shown());
    }

    @Test
    void ofTwoThatWereMissedTheEffectGoesBelowItsCauseWhereverItWasTold() {
        Writer carol = new Writer(new Address(new UserId("@carol:test"), new DeviceId("CAROL")));
        Writer dave = new Writer(new Address(new UserId("@dave:test"), new DeviceId("DAVE")));
        List<OpenedEvent> greetings = List.of(carol.writes("hello"), dave.writes("hello too"), written("one"));
        greetings.forEach(this::arrive);
        greetings.forEach(carol::reads);
        greetings.forEach(dave::reads);
        greetings.forEach(bob::reads);
        OpenedEvent cause = carol.writes("cause");
        bob.reads(cause);
        OpenedEvent effect = written("effect");
        dave.reads(cause);
        dave.reads(effect);
        arrive(dave.writes("last"));
        patienceIsOver();
        assertEquals(2, missing().size());
        arrive(cause, effect);
        assertEquals(List.of("hello", "hello too", "one", "cause", "effect", "last"), shown());
    }
}
