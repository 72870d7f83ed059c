package chat.pando.protocol;

import chat.pando.json.JsonObject;

/** The JSON of a {@link Problem}. A failed message is also stored with it. */
public final class ProblemCodec {

    private ProblemCodec() {}

    public static JsonObject encode(Problem problem) {
        return JsonObject.builder()
                .put("code", problem.code().name())
                .put("message", problem.message())
                .build();
    }

    public static Problem decode(JsonObject from) {
        return new Problem(Wire.constant(from, "code", Problem.Code.values()), from.requireString("message"));
    }
}
