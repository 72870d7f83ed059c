package chat.pando.relay.http;

import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import io.javalin.http.Context;
import tools.jackson.databind.JsonNode;

/** Answers as they go out. */
final class Replies {

    private Replies() {
    }

    static void json(Context context, int status, JsonNode body) {
        Bodies.drain(context.req());
        context.status(status).contentType("application/json").result(Json.bytes(body));
    }

    static void error(Context context, MatrixError error) {
        json(context, error.status(), error.body());
    }
}
