package chat.pando.relay.http;

import tools.jackson.databind.JsonNode;

/** What answers one kind of request with JSON. */
@FunctionalInterface
public interface Endpoint {
    JsonNode answer(Call call);
}
