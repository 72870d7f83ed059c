package chat.pando.relay.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The relay's JSON: reading untrusted text strictly, writing it compactly. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Reads a request's text: {@code M_NOT_JSON} when it is no JSON, {@code M_BAD_JSON} when it is no object. */
    public static ObjectNode request(byte[] text) {
        JsonNode value;
        try {
            value = MAPPER.readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw MatrixError.notJson();
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw value.isMissingNode() ? MatrixError.notJson() : MatrixError.badJson("Content must be a JSON object");
    }

    /** Reads an object the relay itself stored. */
    public static ObjectNode stored(String text) {
        return (ObjectNode) value(text);
    }

    /** Reads any value the relay itself stored. */
    public static JsonNode value(String text) {
        return MAPPER.readTree(text);
    }

    public static String text(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }

    public static byte[] bytes(JsonNode value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }
}
