package chat.pando.channel.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.order.Network.Device;
import chat.pando.channel.order.Network.Faults;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.jvm.NanoJson;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is stored of a channel is all that there is to know of it, and doesn't grow with the number of messages. */
class ChannelJsonTest {

    @Test
    void whatIsStoredIsTheChannel() throws JsonSyntaxException {
        Network network = Network.of(4, 3, new Faults(0.4, 0.1, 20, 4_000));
        boolean parked = false;
        boolean missing = false;
        boolean asked = false;
        for (int i = 0; i < 200; i++) {
            network.devices.get(network.random.nextInt(4)).write(
                    i % 3 == 0 ? Set.of(network.devices.get(0)) : Set.of());
            network.run(network.random.nextInt(2_000));
            for (Device device : network.devices) {
                Channel channel = device.channel;
                String text = ChannelJson.write(channel).text();
                assertEquals(channel, ChannelJson.read((JsonObject) new NanoJson().parse(text)));
                parked |= !channel.parked().isEmpty();
                missing |= !channel.missing().isEmpty();
                asked |= !channel.asked().isEmpty();
            }
        }
        assertTrue(parked && missing && asked);
    }

    @Test
    void itDoesNotGrowWithTheNumberOfMessages() {
        Network network = Network.of(2, 1, Faults.NONE);
        for (int i = 0; i < 2_000; i++) {
            network.devices.get(i % 2).write();
            network.run(500);
        }
        network.run(60_000);
        int size = ChannelJson.write(network.devices.get(0).channel).text().length();
        assertTrue(size < 700, size + " bytes for one peer");
    }

    @Test
    void whatIsNoChannelIsRefused() {
        JsonObject good = ChannelJson.write(Network.of(1, 1, Faults.NONE).devices.get(0).channel);
        assertThrows(JsonShapeException.class, () -> ChannelJson.read(good.without("tail")));
        assertThrows(JsonShapeException.class,
                () -> ChannelJson.read(good.toBuilder().put("self", "not a name").build()));
    }
}
