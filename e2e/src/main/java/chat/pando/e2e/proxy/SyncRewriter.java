package chat.pando.e2e.proxy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What answers to /sync say of rooms the receiver is in and of messages to its device, changed on the way; all else in
 * them stays as it is (spec, section "GET /sync").
 *
 * @param timeline makes of the events that an answer has of one room those that the client sees
 * @param toDevice does the same with messages to the device
 */
public record SyncRewriter(UnaryOperator<List<JsonNode>> timeline, UnaryOperator<List<JsonNode>> toDevice)
        implements Fault {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Leaves messages to the device alone. */
    public static SyncRewriter ofTimeline(UnaryOperator<List<JsonNode>> timeline) {
        return new SyncRewriter(timeline, UnaryOperator.identity());
    }

    @Override
    public Optional<WireAnswer> carry(Upstream upstream) throws IOException, InterruptedException {
        return Optional.of(rewritten(upstream.ask()));
    }

    WireAnswer rewritten(WireAnswer answer) {
        if (!answer.succeeded() || !(MAPPER.readTree(answer.body()) instanceof ObjectNode sync)) {
            return answer;
        }
        sync.path("rooms").path("join").forEach(room -> rewrite(room.path("timeline"), timeline));
        rewrite(sync.path("to_device"), toDevice);
        return new WireAnswer(answer.status(), answer.headers(), MAPPER.writeValueAsBytes(sync));
    }

    private static void rewrite(JsonNode holder, UnaryOperator<List<JsonNode>> change) {
        if (holder.path("events") instanceof ArrayNode events) {
            List<JsonNode> before = new ArrayList<>();
            events.forEach(before::add);
            List<JsonNode> after = change.apply(before);
            events.removeAll();
            events.addAll(after);
        }
    }
}
