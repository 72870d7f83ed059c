package chat.pando.channel.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.order.Network.Device;
import chat.pando.channel.order.Network.Faults;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight devices on a bad network: nothing missing, nothing doubled, nothing out of causal order, nothing pretended. */
class NetworkTest {

    private static final long HOUR = 3_600_000;
    private static final Faults BAD = new Faults(0.3, 0.2, 20, 4_000);

    /** Everybody writes, some of it hidden from some by the homeserver. */
    private static void talk(Network network, int messages, double hidden) {
        for (int i = 0; i < messages; i++) {
            Device writer = network.devices.get(network.random.nextInt(network.devices.size()));
            if (!writer.dead) {
                Set<Device> hiddenFrom = new HashSet<>();
                network.devices.stream().filter(other -> network.random.nextDouble() < hidden).forEach(hiddenFrom::add);
                writer.write(hiddenFrom);
            }
            network.run(network.random.nextInt(1_500));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingIsMissingDoubledOutOfOrderOrPretended(long seed) {
        Network network = Network.of(8, seed, BAD);
        talk(network, 100, 0.05);
        network.run(3 * HOUR);
        for (Device device : network.devices) {
            assertEquals(network.messages.keySet(), device.seen, "nothing is missing");
            network.messages.keySet().stream().filter(id -> id.sender().equals(device.self())).forEach(id ->
                    assertTrue(device.delivered.contains(id), "all is acknowledged in the end"));
            assertEquals(Set.of(), device.channel.parked().keySet());
            assertEquals(Set.of(), device.channel.missing().keySet());
            assertEquals(Set.of(), device.channel.asked().keySet());
            assertEquals(Schedule.NEVER, network.order.nextTick(device.channel), "then all is quiet");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void whatNobodyCanHealIsTold(long seed) {
        Network network = Network.of(8, seed, BAD);
        talk(network, 40, 0);
        network.run(HOUR);
        network.faults = new Faults(0.7, 0, 20, 4_000);
        Set<Device> all = new HashSet<>(network.devices);
        Device writer = network.devices.get(0);
        MessageId lost = writer.write(all);
        writer.write();
        network.run(1_000);
        writer.dead = true;
        network.faults = BAD;
        talk(network, 40, 0.05);
        network.run(5 * HOUR);
        for (Device device : network.devices.subList(1, 8)) {
            Set<MessageId> heard = new HashSet<>(network.messages.keySet());
            heard.removeIf(id -> id.sender().equals(writer.self())
                    && id.number() > device.channel.peers().get(writer.self()).reading().heard());
            heard.removeAll(device.seen);
            assertTrue(device.told.containsAll(heard), "what isn't there is told");
            assertTrue(device.irretrievable.containsAll(heard), "and so is the end of the search");
            assertTrue(!device.seen.contains(lost));
        }
    }

    @Test
    void whoJoinsLaterWaitsForNothingAndGetsAllThatIsSentToIt() {
        for (long seed = 1; seed <= 2; seed++) {
            Network network = Network.of(7, seed, BAD);
            talk(network, 60, 0);
            Set<MessageId> before = new HashSet<>(network.messages.keySet());
            Device late = network.add(false);
            talk(network, 60, 0);
            network.run(3 * HOUR);
            Set<MessageId> after = new HashSet<>(network.messages.keySet());
            after.removeAll(before);
            assertTrue(late.seen.containsAll(after), "nothing is missing");
            before.retainAll(late.told);
            assertEquals(Set.of(), before, "nothing from before is called missing");
            network.messages.keySet().stream().filter(after::contains).forEach(id ->
                    assertTrue(network.device(id.sender()).delivered.contains(id)));
        }
    }
}
