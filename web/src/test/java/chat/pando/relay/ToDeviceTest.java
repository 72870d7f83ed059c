package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ToDeviceTest extends RelayTest {

    private Client ann;

    @BeforeAll
    void registerUser() {
        ann = register("ann");
    }

    @Test
    void aMessageStaysUntilItsArrivalIsSaid() {
        Client device = logIn(ann);
        ObjectNode before = device.sync();
        send(device, "t1", "one");
        send(device, "t1", "one");
        ObjectNode first = device.syncSince(before);
        assertEquals(List.of("one"), texts(first));
        assertEquals(List.of("one"), texts(device.syncSince(before)));
        assertEquals(List.of("one"), texts(device.sync()));
        assertEquals(List.of(), texts(device.syncSince(first)));
        assertEquals(List.of(), texts(device.sync()));
    }

    @Test
    void aStarMeansEveryDevice() {
        Client one = logIn(ann);
        Client two = logIn(ann);
        ann.put("{'messages': {'" + ann.userId() + "': {'*': {'text': 'all'}}, '@ghost:localhost': {'X': {}}}}",
                "/v3/sendToDevice/chat.pando.test/star").ok();
        assertEquals(List.of("all"), texts(one.sync()));
        assertEquals(List.of("all"), texts(two.sync()));
    }

    @Test
    void aBurstArrivesWholeAndInOrder() {
        Client device = logIn(ann);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            sent.add("m" + i);
            send(device, "burst" + i, "m" + i);
        }
        List<String> received = new ArrayList<>();
        ObjectNode sync = device.sync();
        while (!texts(sync).isEmpty()) {
            received.addAll(texts(sync));
            sync = device.syncSince(sync);
        }
        assertEquals(sent, received);
    }

    @Test
    void malformedMessagesAreRefused() {
        ann.put("{}", "/v3/sendToDevice/t/1").refused(400, "M_MISSING_PARAM");
        ann.put("{'messages': []}", "/v3/sendToDevice/t/1").refused(400, "M_BAD_JSON");
        ann.put("{'messages': {'@a:b': []}}", "/v3/sendToDevice/t/1").refused(400, "M_BAD_JSON");
        ann.put("{'messages': {'@a:b': {'D': 1}}}", "/v3/sendToDevice/t/1").refused(400, "M_BAD_JSON");
    }

    private void send(Client device, String txnId, String text) {
        ann.put("{'messages': {'" + device.userId() + "': {'" + device.deviceId() + "': {'text': '" + text + "'}}}}",
                "/v3/sendToDevice/chat.pando.test/{}", device.deviceId() + txnId).ok();
    }

    private static List<String> texts(ObjectNode sync) {
        return sync.at("/to_device/events").valueStream().map(event -> event.at("/content/text"))
                .map(JsonNode::asString).toList();
    }
}
