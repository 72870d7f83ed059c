package chat.pando.e2e.law;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of requests and answers, read as JSON. */
final class Bodies {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Bodies() {}

    /** What isn't JSON has no fields: the client under test has to cope with it, not the law. */
    static JsonNode json(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException notJson) {
            return MAPPER.missingNode();
        }
    }
}
