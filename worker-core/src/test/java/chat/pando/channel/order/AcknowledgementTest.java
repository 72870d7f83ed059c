package chat.pando.channel.order;

import static chat.pando.channel.order.Effects.of;
import static chat.pando.channel.order.Effects.syncs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.SdsMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is acknowledged, by whom, and when that is a delivery. */
class AcknowledgementTest extends DevicesInAChannel {

    @Test
    void aBloomFilterAcknowledgesNothing() {
        Sending sent = ann.write(BOB);
        byte[] all = new byte[18_752];
        Arrays.fill(all, (byte) 0xff);
        for (int i = 0; i < 3; i++) {
            SdsMessage from = bob.write().message();
            List<Effect> effects = ann.get(BOB, new SdsMessage(from.sender(), from.id(), "", from.lamport(),
                    from.history(), Blob.of(all), List.of(), Blob.EMPTY, Blob.EMPTY));
            assertEquals(1, of(Effect.Deliver.class, effects).size());
        }
        assertEquals(Ranges.of(1), ann.channel.peers().get(BOB).awaits());
        assertEquals(List.of(), of(Effect.Acknowledged.class, ann.effects));
        assertTrue(sent.message().bloom().isEmpty(), "and none is sent");
    }

    @Test
    void deliveredIsWhatEachDeviceThatHasToHasAcknowledged() {
        Sending sent = ann.write(BOB, CAT);
        bob.get(sent);
        cat.get(sent);
        List<Effect> first = ann.get(bob.write());
        assertEquals(List.of(new Effect.Acknowledged(sent.id(), BOB)), of(Effect.Acknowledged.class, first));
        assertEquals(List.of(), of(Effect.Delivered.class, first));
        SdsMessage quiet = syncs(ANN, cat.pass(5_000)).get(0);
        assertEquals(List.of(new Effect.Delivered(sent.id())), of(Effect.Delivered.class, ann.get(CAT, quiet)));
        assertEquals(List.of(), of(Effect.Delivered.class, ann.get(CAT, quiet)), "once");
    }

    @Test
    void whatIsParkedIsNotAcknowledged() {
        ann.write(BOB);
        Sending second = ann.write(BOB);
        bob.get(second);
        bob.pass(5_000);
        ann.get(bob.write());
        assertEquals(List.of(), of(Effect.Acknowledged.class, ann.effects));
    }

    @Test
    void whoHasLeftKeepsNothingFromBeingDelivered() {
        Sending sent = ann.write(BOB, CAT);
        Sending unread = ann.write(CAT);
        bob.get(sent);
        ann.get(bob.write());
        List<Effect> effects = ann.took(order.left(ann.channel, CAT, now));
        assertEquals(List.of(new Effect.Delivered(sent.id())), effects, "what nobody has got is not delivered");
        assertTrue(!ann.channel.acknowledgedBy(CAT).has(unread.id().number()));
    }

    @Test
    void inALargeChannelOnlyThoseHearWhatWasReadWhoHaveWrittenIt() {
        Set<Participant> crowd = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            crowd.add(new Participant("crowd%03d".formatted(i)));
        }
        bob.channel = order.present(bob.channel, crowd);
        bob.get(ann.write(BOB));
        List<Effect.Sync> syncs = of(Effect.Sync.class, bob.pass(10_000));
        assertEquals(List.of(ANN), syncs.stream().map(Effect.Sync::to).toList());
    }
}
