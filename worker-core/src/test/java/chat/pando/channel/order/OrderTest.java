package chat.pando.channel.order;

import static chat.pando.channel.order.Effects.of;
import static chat.pando.channel.order.Effects.syncs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.ack.Participant;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.HistoryEntry;
import chat.pando.channel.sds.SdsMessage;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of order, one by one; many are named after what another implementation does wrong. */
class OrderTest extends DevicesInAChannel {

    @Test
    void theClockBeginsNowAndNeverGoesBack() {
        assertEquals(NOW + 1, ann.write().message().lamport().getAsLong(), "it began with now");
        now += 1_000;
        assertEquals(now, ann.write().message().lamport().getAsLong());
        now -= 5_000;
        assertEquals(NOW + 1_001, ann.write().message().lamport().getAsLong(), "though the clock was set back");
        now += 100_000;
        Sending later = bob.write();
        now -= 90_000;
        ann.get(later);
        assertEquals(later.message().lamport().getAsLong() + 1, ann.write().message().lamport().getAsLong());
    }

    @Test
    void whatComesTogetherIsShownByTimeAndAtTheSameTimeByAscendingId() {
        Sending fromCat = cat.write();
        Sending fromBob = bob.write();
        Screen dan = new Screen(Channel.founded(DAN, NOW));
        dan.get(fromCat);
        dan.get(fromBob);
        Sending answer = dan.write();
        ann.get(answer);
        ann.get(fromCat);
        ann.get(fromBob);
        assertEquals(List.of(fromCat.id(), fromBob.id(), answer.id()), ann.shown());
        assertEquals(
                List.of(fromBob.id().text(), fromCat.id().text()),
                answer.message().history().stream().map(HistoryEntry::id).toList(),
                "by id, as their times are the same");
    }

    @Test
    void theLastTwoOfTheLogAreNamedWithTheEventsThatTheyAre() {
        Sending first = ann.write();
        Sending second = ann.write();
        ann.channel = order.sent(ann.channel, second.id(), Blob.of(new byte[32]));
        ann.get(bob.write());
        List<HistoryEntry> history = ann.write().message().history();
        assertEquals(2, history.size());
        assertTrue(history.stream().noneMatch(cause -> cause.id().equals(first.id().text())));
        assertTrue(history.contains(new HistoryEntry(second.id().text(), Blob.of(new byte[32]), "")));
    }

    @Test
    void identicalTextTwiceIsTwoMessages() {
        Sending one = ann.write(BOB);
        Sending other = ann.write(BOB);
        assertNotEquals(one.id(), other.id());
        bob.get(one);
        bob.get(other);
        assertEquals(List.of(one.id(), other.id()), bob.shown());
    }

    @Test
    void duplicatesAreHarmless() {
        Sending one = ann.write();
        Sending other = ann.write();
        for (Sending message : List.of(other, other, one, one, other)) {
            bob.get(message);
        }
        assertEquals(3, of(Effect.Repeated.class, bob.effects).size(), "a device may have lost its memory");
        assertEquals(List.of(one.id(), other.id()), bob.shown());
    }

    @Test
    void whatIsOnesOwnIsIgnoredAndAnotherDeviceOfTheSamePersonIsNot() {
        Sending own = ann.write();
        assertEquals(List.of(), ann.get(own));
        Sending other = bob.write();
        ann.get(other);
        assertEquals(List.of(other.id()), ann.shown(), "whosever device it is");
    }

    @Test
    void aParkedDependencyIsNotMet() {
        Sending first = ann.write();
        Sending second = ann.write();
        bob.get(first);
        bob.get(second);
        Sending third = bob.write();
        cat.get(second);
        cat.get(third);
        assertEquals(List.of(), cat.shown(), "the second waits for the first, and so does the third");
        cat.get(first);
        assertEquals(List.of(first.id(), second.id(), third.id()), cat.shown());
    }

    @Test
    void threeAtOnceAreCausesAsWellThoughOnlyTwoAreNamed() {
        List<Sending> three = List.of(ann.write(), bob.write(), cat.write());
        Screen dan = new Screen(Channel.founded(DAN, NOW));
        three.forEach(dan::get);
        Sending answer = dan.write();
        for (Sending missing : three) {
            Screen reader = new Screen(Channel.founded(new Participant("EEEEEEEE"), NOW));
            reader.get(answer);
            three.stream().filter(other -> other != missing).forEach(reader::get);
            assertEquals(2, reader.shown().size());
            reader.get(missing);
            assertEquals(4, reader.shown().size());
        }
    }

    @Test
    void anEphemeralMessageSurfacesAtOnceAndBlocksNothing() {
        SdsMessage ephemeral = new SdsMessage(ANN.name(), "", "", OptionalLong.empty(), List.of(), Blob.EMPTY,
                List.of(), Blob.EMPTY, Blob.EMPTY);
        Channel before = bob.channel;
        assertEquals(List.of(new Effect.Ephemeral(ANN)), bob.get(ANN, ephemeral));
        assertEquals(before, bob.channel, "nothing is kept of it");
    }

    @Test
    void aSyncMessageIsNeverLoggedOrReferenced() {
        bob.get(ann.write(BOB));
        List<SdsMessage> quiet = syncs(ANN, bob.pass(5_000));
        assertEquals(1, quiet.size());
        assertTrue(quiet.get(0).content().isEmpty());
        Sending before = ann.write(BOB);
        ann.get(BOB, quiet.get(0));
        assertEquals(List.of(), ann.shown());
        List<String> named = ann.write(BOB).message().history().stream().map(HistoryEntry::id).toList();
        assertTrue(named.contains(before.id().text()) && !named.contains(quiet.get(0).id()));
    }

    @Test
    void aLateJoinersFirstMessagesAreNotStuck() {
        for (int i = 0; i < 50; i++) {
            bob.get(ann.write(BOB));
            ann.get(bob.write(ANN));
        }
        Screen late = new Screen(Channel.joined(CAT, now));
        Sending first = ann.write(BOB, CAT);
        Sending lost = bob.write(ANN, CAT);
        Sending third = bob.write(ANN, CAT);
        assertEquals(List.of(first.id()), of(Effect.Deliver.class, late.get(first)).stream()
                .map(Effect.Deliver::id).toList());
        late.get(third);
        assertEquals(List.of(first.id(), third.id()), late.shown());
        assertTrue(late.channel.missing().isEmpty(), "what was before is not wanted");
        SdsMessage announcement = syncs(CAT, bob.pass(8_000)).get(0);
        late.get(BOB, announcement);
        assertEquals(Set.of(lost.id()), late.channel.missing().keySet(), "but what was for it");
    }

    @Test
    void aRefusedMessageGivesItsNumberBack() {
        Sending first = ann.write(BOB);
        Sending refused = ann.write(BOB);
        assertThrows(IllegalArgumentException.class, () -> order.withdrawn(ann.channel, first.id()));
        ann.channel = order.withdrawn(ann.channel, refused.id());
        Sending next = ann.write(BOB);
        assertEquals(refused.id(), next.id());
        bob.get(first);
        bob.get(next);
        assertEquals(2, bob.shown().size());
    }
}
