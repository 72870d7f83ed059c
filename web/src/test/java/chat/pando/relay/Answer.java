package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.relay.json.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the relay answered. */
public record Answer(HttpResponse<byte[]> response) {

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body of an answer that must be a success. */
    public ObjectNode ok() {
        assertEquals(200, status(), this::text);
        return Json.stored(text());
    }

    public JsonNode okValue() {
        assertEquals(200, status(), this::text);
        return Json.value(text());
    }

    /** The body of an answer that must be this refusal. */
    public ObjectNode refused(int status, String errcode) {
        assertEquals(status, status(), this::text);
        ObjectNode body = Json.stored(text());
        assertEquals(errcode, body.path("errcode").asString(""), this::text);
        return body;
    }
}
