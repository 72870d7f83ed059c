package chat.pando.protocol;

import chat.pando.json.JsonObject;

/** The JSON of a {@link Connection}. */
final class ConnectionCodec {

    private ConnectionCodec() {}

    static JsonObject encode(Connection connection) {
        JsonObject.Builder out = JsonObject.builder().put("state", connection.state().name());
        connection.retryAt().ifPresent(at -> out.put("retry_at", at));
        connection.problem().ifPresent(problem -> out.put("problem", ProblemCodec.encode(problem)));
        return out.build();
    }

    static Connection decode(JsonObject from) {
        return new Connection(
                Wire.constant(from, "state", Connection.State.values()),
                Wire.optionalInteger(from, "retry_at"),
                Wire.optionalObject(from, "problem", ProblemCodec::decode));
    }
}
