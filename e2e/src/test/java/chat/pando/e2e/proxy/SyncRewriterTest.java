package chat.pando.e2e.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SyncRewriterTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String BODY = """
            {"next_batch":"s1","rooms":{"join":{"!r:x":{"state":{"events":[{"event_id":"$0"}]},
            "timeline":{"events":[{"event_id":"$1"},{"event_id":"$2"}],"limited":false,"prev_batch":"p"}}},
            "leave":{"!s:x":{"timeline":{"events":[{"event_id":"$1"}]}}}},
            "to_device":{"events":[{"type":"m.room.encrypted"}]},"unknown":[1.50,"ü"]}""";

    @Test
    void changesTheTimelinesOfJoinedRoomsAndNothingElse() {
        JsonNode changed = MAPPER.readTree(rewritten(SyncRewriter.ofTimeline(SyncRewriterTest::reversed), BODY));
        assertEquals(MAPPER.readTree(BODY.replaceFirst("\\$1", "\\$9").replaceFirst("\\$2", "\\$1").replace("$9", "$2")),
                changed);
    }

    @Test
    void changesMessagesToTheDevice() {
        JsonNode changed = MAPPER.readTree(
                rewritten(new SyncRewriter(UnaryOperator.identity(), events -> List.of()), BODY));
        assertEquals(MAPPER.readTree(BODY.replace("{\"type\":\"m.room.encrypted\"}", "")), changed);
    }

    @Test
    void leavesAnAnswerAloneThatHasNoneOfThem() {
        assertEquals("{\"next_batch\":\"s2\"}", rewritten(
                SyncRewriter.ofTimeline(SyncRewriterTest::reversed), "{\"next_batch\":\"s2\"}"));
    }

    @Test
    void leavesRefusalsAlone() {
        WireAnswer refusal = WireAnswer.error(401, "M_UNKNOWN_TOKEN");
        assertSame(refusal, SyncRewriter.ofTimeline(events -> List.of()).rewritten(refusal));
    }

    private static String rewritten(SyncRewriter rewriter, String body) {
        WireAnswer answer = rewriter.rewritten(WireAnswer.of(200, "application/json", body));
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static List<JsonNode> reversed(List<JsonNode> events) {
        List<JsonNode> turned = new ArrayList<>(events);
        Collections.reverse(turned);
        return turned;
    }
}
