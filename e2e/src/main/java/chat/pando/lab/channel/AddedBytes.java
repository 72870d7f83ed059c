package chat.pando.lab.channel;

import chat.pando.e2e.law.MegolmLength;
import chat.pando.e2e.proxy.Exchange;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.proxy.Traffic;
import chat.pando.e2e.proxy.WireAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many bytes the channel adds to a message: what its ciphertext has beyond that of the same text sent by a client
 * that knows nothing of the channel. Measured on the wire, so in whole blocks of AES.
 */
final class AddedBytes {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int BLOCK = 16;

    private final String room;

    AddedBytes(String room) {
        this.room = room;
    }

    /** One figure for each message that the server has, as it was sent. */
    List<Long> of(Traffic traffic, List<Message> messages) {
        Map<String, Message> byEvent = new HashMap<>();
        messages.forEach(message -> message.eventId.ifPresent(event -> byEvent.put(event, message)));
        Set<Message> measured = new HashSet<>();
        List<Long> added = new ArrayList<>();
        for (Exchange exchange : traffic.matching(Requests.SEND)) {
            event(exchange).map(byEvent::get).filter(measured::add).ifPresent(message -> {
                JsonNode content = MAPPER.readTree(exchange.request().body());
                added.add(MegolmLength.ofCiphertext(content.path("ciphertext").asString()) - plain(message));
            });
        }
        return added;
    }

    private static Optional<String> event(Exchange exchange) {
        return exchange.serverAnswer().filter(WireAnswer::succeeded)
                .map(answer -> MAPPER.readTree(answer.body()).path("event_id").asString());
    }

    /** The ciphertext's length of the bare message: AES-CBC pads to whole blocks, with a byte at least. */
    private long plain(Message message) {
        String payload = MAPPER.writeValueAsString(Map.of("type", "m.room.message", "room_id", room,
                "content", Map.of("msgtype", "m.text", "body", message.text)));
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        return (long) (bytes / BLOCK + 1) * BLOCK;
    }
}
