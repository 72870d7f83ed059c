package chat.pando.channel.order;

import static chat.pando.channel.order.Effects.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.HistoryEntry;
import chat.pando.channel.sds.SdsMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for a cause waits for a bounded time and in bounded number; then a gap is told, which can fill in. */
class GapTest extends DevicesInAChannel {

    @Test
    void aCauseThatStaysMissingBecomesAGapThatCanFillIn() {
        Sending lost = ann.write();
        Sending next = ann.write();
        bob.get(next);
        List<Effect> effects = bob.pass(TIMING.patience());
        assertEquals(List.of(new Effect.Gap(ANN, 1, 1)), of(Effect.Gap.class, effects));
        assertEquals(List.of(next.id()), bob.shown());
        assertTrue(effects.indexOf(new Effect.Gap(ANN, 1, 1))
                < effects.indexOf(of(Effect.Deliver.class, effects).get(0)), "the gap comes first");
        assertTrue(of(Effect.Deliver.class, bob.get(lost)).get(0).late());
        assertEquals(Ranges.NONE, bob.channel.missingOf(ANN));
    }

    @Test
    void timeWithoutAConnectionIsNoTimeToWait() {
        ann.write();
        bob.get(ann.write());
        now += 3_600_000;
        bob.channel = order.resumed(bob.channel, now);
        bob.pass(TIMING.patience() - 1);
        assertEquals(List.of(), of(Effect.Gap.class, bob.effects));
        bob.pass(1);
        assertEquals(List.of(new Effect.Gap(ANN, 1, 1)), of(Effect.Gap.class, bob.effects));
    }

    @Test
    void whatIsParkedIsBoundedAndWhatIsGivenUpIsToldAndNotDelivered() {
        Sending lost = ann.write(BOB);
        List<Sending> all = new ArrayList<>();
        for (int i = 0; i < Channel.MOST_PARKED + 1; i++) {
            all.add(ann.write(BOB));
            bob.get(all.get(i));
            assertTrue(bob.channel.parked().size() <= Channel.MOST_PARKED);
        }
        assertEquals(List.of(new Effect.Gap(ANN, 1, 1)), of(Effect.Gap.class, bob.effects));
        assertEquals(all.stream().map(Sending::id).toList(), bob.shown(), "nothing that came is given up");
        ann.get(bob.write());
        assertTrue(!ann.channel.acknowledgedBy(BOB).has(lost.id().number()));
    }

    @Test
    void messagesThatSayThatTheyWaitForEachOtherAreShownInTheEnd() {
        SdsMessage one = SdsMessage.of(ANN.name(), ANN.name() + "1", NOW, List.of(HistoryEntry.of(BOB.name() + "1")));
        SdsMessage other = SdsMessage.of(BOB.name(), BOB.name() + "1", NOW, List.of(HistoryEntry.of(ANN.name() + "1")));
        cat.get(ANN, one);
        cat.get(BOB, other);
        cat.pass(TIMING.patience());
        assertEquals(2, cat.shown().size());
    }

    @Test
    void aLongHoleIsToldAtOnceAndBlocksNothing() {
        for (int i = 0; i < 5_000; i++) {
            ann.write();
        }
        bob.get(ann.write());
        bob.pass(TIMING.patience());
        assertEquals(1, bob.shown().size());
        assertTrue(bob.channel.missing().size() <= Channel.MOST_MISSING);
        assertEquals(Ranges.of(1, 5_000), bob.channel.missingOf(ANN));
        assertTrue(of(Effect.Gap.class, bob.effects).size() <= 2, "as one hole, not as thousands");
    }
}
