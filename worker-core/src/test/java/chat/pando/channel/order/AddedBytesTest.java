package chat.pando.channel.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.order.Network.Device;
import chat.pando.channel.order.Network.Faults;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsMessage;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What order adds to a message in a room of eight devices, in bytes of the content that is encrypted then. */
class AddedBytesTest {

    private static final int MOST = 200;

    @Test
    void noMoreThanTwoHundredBytes(TestReporter reporter) {
        measure("one after the other", 5_000, Faults.NONE, reporter);
        measure("all at once", 100, new Faults(0, 0, 20, 800), reporter);
        measure("a fifth lost", 1_000, new Faults(0.2, 0, 20, 800), reporter);
    }

    private static void measure(String how, int pause, Faults faults, TestReporter reporter) {
        Network network = Network.of(8, 42, faults);
        network.devices.forEach(device -> device.hasTalked(5_000));
        for (int i = 0; i < 400; i++) {
            network.devices.get(network.random.nextInt(8)).write();
            network.run(pause == 0 ? 0 : network.random.nextInt(pause));
        }
        List<Integer> sizes = network.sizes.stream().sorted().toList();
        Map<String, String> told = new TreeMap<>();
        told.put(how, "least " + sizes.get(0) + ", half " + sizes.get(sizes.size() / 2)
                + ", 19 of 20 " + sizes.get(sizes.size() * 19 / 20) + ", most " + sizes.get(sizes.size() - 1));
        reporter.publishEntry(told);
        assertTrue(sizes.get(sizes.size() - 1) <= MOST, told.toString());
    }

    @Test
    void anEventIsItsHash() {
        EventId event = new EventId("$4Z9k_cxY-5vG0Ea5vRz1xqgH0pQyX3Q7m2vJt8wU0aI");
        assertEquals(32, EventHint.of(event).size());
        assertEquals(Optional.of(event), EventHint.read(EventHint.of(event)));
        EventId old = new EventId("$143273582443PhrSn:example.org");
        assertEquals(Optional.of(old), EventHint.read(EventHint.of(old)));
        assertTrue(EventHint.of(new EventId("$" + "a".repeat(31))).isEmpty(), "it would be taken for a hash");
        assertEquals(Optional.empty(), EventHint.read(Blob.EMPTY));
    }

    @Test
    void itStandsBesideWhatOthersRead() throws MalformedSds {
        JsonObject content = JsonObject.builder().put("body", "hello").build();
        assertEquals(Optional.empty(), SdsContent.read(content));
        SdsMessage message = SdsMessage.of("a", "b", 1, List.of());
        JsonObject with = SdsContent.with(message, content);
        assertEquals(Optional.of("hello"), with.string("body"));
        assertEquals(Optional.of(message), SdsContent.read(with));
        assertThrows(MalformedSds.class, () -> SdsContent.read(
                content.toBuilder().put(SdsContent.MEMBER, "chat.pando.channel/1 ?").build()));
    }

    @Test
    void anotherFormatIsAnOrdinaryMessage() throws MalformedSds {
        SdsMessage message = SdsMessage.of("a", "b", 1, List.of());
        String text = SdsContent.with(message, JsonObject.EMPTY).requireString(SdsContent.MEMBER);
        for (String other : List.of(text.replace("/1 ", "/2 "), text.replace("chat.pando.channel/1 ", ""), "")) {
            JsonObject content = JsonObject.builder().put(SdsContent.MEMBER, other).build();
            assertEquals(Optional.empty(), SdsContent.read(content), other);
        }
        assertEquals(Optional.empty(), SdsContent.read(JsonObject.builder().put(SdsContent.MEMBER, 7).build()));
    }
}
