package chat.pando.e2e.proxy;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of requests and answers, read as JSON. */
final class Bodies {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Bodies() {}

    static JsonNode json(byte[] body) {
        return MAPPER.readTree(body);
    }
}
