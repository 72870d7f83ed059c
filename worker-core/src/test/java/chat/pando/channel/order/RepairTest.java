package chat.pando.channel.order;

import static chat.pando.channel.order.Effects.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.order.Network.Device;
import chat.pando.channel.order.Network.Faults;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.HistoryEntry;
import chat.pando.channel.sds.SdsMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The search for what is missing, how soon a loss is noticed, and how both end. */
class RepairTest {

    private static final long HOUR = 3_600_000;
    private static final Timing TIMING = Timing.USUAL;
    private static final Faults ALL_LOST = new Faults(1, 0, 20, 20);

    private static List<SdsMessage> requests(Device device) {
        return of(Effect.Sync.class, device.effects).stream()
                .map(Effect.Sync::message).filter(message -> !message.requests().isEmpty()).toList();
    }

    @Test
    void aTailThatIsLostIsDiscoveredThoughAllOthersAreSilent() {
        long longest = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Network network = Network.of(3, seed, new Faults(0, 0, 20, 800));
            Device writer = network.devices.get(0);
            Device reader = network.devices.get(1);
            Set<Device> both = Set.of(reader, network.devices.get(2));
            writer.write();
            network.run(HOUR);
            MessageId lost = writer.write(both);
            long begin = network.now;
            while (!reader.channel.missing().containsKey(lost)) {
                network.run(10);
                assertTrue(network.now - begin < HOUR, "it is never discovered");
            }
            longest = Math.max(longest, network.now - begin);
        }
        assertTrue(longest <= TIMING.announce() * 3 / 2 + 800 + 10, "after " + longest + " ms");
    }

    @Test
    void whoHasGotTheTailTellsThoseWhoHaveNotThoughItsSenderIsGone() {
        Network network = Network.of(3, 5, new Faults(0, 0, 20, 800));
        Device writer = network.devices.get(0);
        Device without = network.devices.get(1);
        writer.write();
        network.run(HOUR);
        MessageId lost = writer.write(Set.of(without));
        writer.dead = true;
        network.run(TIMING.acknowledge() * 3 / 2 + 2 * 800 + 10);
        assertEquals(Set.of(lost), without.channel.missing().keySet());
        network.run(HOUR);
        assertTrue(without.seen.contains(lost), "and gives it to them");
    }

    @Test
    void whatIsNotAcknowledgedIsAnnouncedAgainAndNeverCalledDelivered() {
        Network network = Network.of(2, 7, ALL_LOST);
        Device writer = network.devices.get(0);
        MessageId id = writer.write();
        network.run(24 * HOUR);
        assertEquals(TIMING.announcements(), of(Effect.Sync.class, writer.effects).size(), "it ends");
        assertEquals(List.of(), of(Effect.Delivered.class, writer.effects));
        assertEquals(Ranges.of(id.number()), writer.channel.peers().get(network.devices.get(1).self()).awaits());
        network.faults = Faults.NONE;
        network.devices.get(1).write();
        network.run(HOUR);
        assertTrue(writer.delivered.contains(id), "a device that is heard of again is told again");
    }

    @Test
    void whatIsMissingIsLookedForOnTheHomeserverAtOnceAndThenAskedForInTime() {
        Network network = Network.of(8, 9, Faults.NONE);
        Device writer = network.devices.get(0);
        Device without = network.devices.get(1);
        writer.write();
        network.run(HOUR);
        long begin = network.now;
        MessageId lost = writer.write(Set.of(without));
        network.run(1_000);
        writer.write();
        network.run(100);
        assertEquals(lost, of(Effect.LookUp.class, without.effects).get(0).id());
        assertEquals(network.messages.get(lost).hint(), of(Effect.LookUp.class, without.effects).get(0).hint());
        network.run(TIMING.least() - 2_000);
        assertEquals(List.of(), requests(without), "not before T_min");
        while (requests(without).isEmpty()) {
            network.run(10);
        }
        assertTrue(network.now - begin <= TIMING.most() + 2_000, "and not after T_max");
        network.run(100);
        assertTrue(without.seen.contains(lost), "its sender answers at once");
    }

    @Test
    void answersOfOthersAreSpreadUpToTheMostAndEndWhenOneHasArrived() {
        Participant sender = new Participant("AAAAAAAA");
        MessageId id = new MessageId(sender, 7);
        assertEquals(0, Spread.answer(sender, id, TIMING));
        List<Long> times = new ArrayList<>();
        for (char c = 'B'; c < 'Z'; c++) {
            times.add(Spread.answer(new Participant("BBBBBBB" + c), id, TIMING));
        }
        assertTrue(times.stream().allMatch(time -> time >= 0 && time < TIMING.most()));
        assertTrue(times.stream().max(Comparator.naturalOrder()).orElseThrow() > TIMING.most() / 2);
        assertTrue(times.stream().distinct().count() > 20);

        Network network = Network.of(8, 3, Faults.NONE);
        Device writer = network.devices.get(0);
        writer.write(Set.of(network.devices.get(1)));
        network.run(1_000);
        writer.dead = true;
        network.run(HOUR);
        int answers = network.devices.stream().mapToInt(device -> of(Effect.Answer.class, device.effects).size()).sum();
        assertEquals(1, answers, "the first one is acknowledged, which the others hear");
    }

    @Test
    void noMessageHasMoreThanThreeRequests() {
        Network network = Network.of(3, 11, Faults.NONE);
        Device writer = network.devices.get(0);
        Device without = network.devices.get(1);
        for (int i = 0; i < 20; i++) {
            writer.write(Set.of(without));
        }
        network.run(HOUR);
        assertTrue(requests(without).stream().allMatch(message -> message.requests().size() <= 3));
        assertEquals(network.messages.keySet(), without.seen);
    }

    @Test
    void anotherOnesRequestPostponesOnesOwn() {
        Network network = Network.of(4, 13, Faults.NONE);
        Device writer = network.devices.get(0);
        MessageId lost = writer.write(Set.copyOf(network.devices.subList(1, 4)));
        writer.dead = true;
        network.run(100);
        Device reader = network.devices.get(1);
        Device other = network.devices.get(2);
        String name = other.self().name();
        SdsMessage asks = SdsMessage.of(name, name + Incoming.SYNC, network.now, List.of())
                .withRequests(List.of(HistoryEntry.of(lost.text())));
        reader.receive(other.self(), asks, Blob.EMPTY);
        long before = reader.channel.missing().get(lost).nextRequest();
        network.now += 20_000;
        reader.receive(other.self(), asks, Blob.EMPTY);
        assertEquals(before + 20_000, reader.channel.missing().get(lost).nextRequest());
        network.run(HOUR);
        assertTrue(!requests(reader).isEmpty(), "and doesn't end it");
    }

    @Test
    void lostRequestsAndLostAnswersDoNotEndARepair() {
        for (long seed = 1; seed <= 5; seed++) {
            Network network = Network.of(3, seed, Faults.NONE);
            Device without = network.devices.get(1);
            MessageId lost = network.devices.get(0).write(Set.of(without));
            network.run(TIMING.announce() * 2);
            assertTrue(without.channel.missing().containsKey(lost));
            network.faults = new Faults(0.5, 0, 20, 800);
            network.run(5 * HOUR);
            assertTrue(without.seen.contains(lost), "seed " + seed);
        }
    }

    @Test
    void theEndOfARepairIsSaidAndThePersonCanBeginAnother() {
        Network network = Network.of(2, 17, Faults.NONE);
        Device writer = network.devices.get(0);
        Device without = network.devices.get(1);
        MessageId lost = writer.write(Set.of(without));
        network.run(TIMING.announce() * 2);
        writer.dead = true;
        network.run(5 * HOUR);
        assertEquals(Set.of(lost), without.told);
        assertEquals(Set.of(lost), without.irretrievable);
        assertEquals(TIMING.requests(), requests(without).size());
        assertEquals(Schedule.NEVER, network.order.nextTick(without.channel));
        writer.dead = false;
        without.channel = network.order.searchAgain(without.channel, network.now);
        without.wake();
        network.run(5 * HOUR);
        assertTrue(without.seen.contains(lost));
    }

    @Test
    void requestsBecomeRarerUpToACapAndVary() {
        Participant own = new Participant("BBBBBBBB");
        MessageId id = new MessageId(new Participant("AAAAAAAA"), 1);
        long before = 0;
        for (int attempt = 0; attempt < 40; attempt++) {
            long delay = Spread.request(own, id, attempt, TIMING);
            long least = Math.min(TIMING.cap(), TIMING.least() << Math.min(attempt, 10));
            assertTrue(delay >= least && delay < least + TIMING.most() - TIMING.least());
            assertTrue(delay != before, "not all the same");
            before = delay;
        }
    }

    @Test
    void afterThePauseOfAConnectionAllIsTriedAtOnce() {
        Network network = Network.of(2, 19, ALL_LOST);
        Device writer = network.devices.get(0);
        Device without = network.devices.get(1);
        MessageId lost = writer.write();
        network.run(2 * HOUR);
        network.faults = Faults.NONE;
        writer.channel = network.order.resumed(writer.channel, network.now);
        writer.wake();
        network.run(TIMING.announce() * 3 / 2 + 1_000);
        assertTrue(without.seen.contains(lost));
    }
}
