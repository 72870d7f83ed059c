package chat.pando.matrix;

import chat.pando.host.HttpFailure;
import chat.pando.json.JsonObject;

/** What became of a request to a homeserver. */
public sealed interface Answer {

    /** The server did it. */
    record Ok(JsonObject body) implements Answer {}

    /** The server, or something in front of it, said no. */
    record Refused(MatrixError error) implements Answer {}

    /** No answer came: it is unknown whether the server did it. */
    record Silence(HttpFailure.Cause cause) implements Answer {}
}
