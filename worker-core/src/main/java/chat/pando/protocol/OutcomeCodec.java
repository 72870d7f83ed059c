package chat.pando.protocol;

import chat.pando.json.JsonObject;

/** The JSON of an {@link Outcome}. */
final class OutcomeCodec {

    private OutcomeCodec() {}

    static JsonObject encode(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return Wire.typed("done").put("result", done.result()).build();
        }
        if (outcome instanceof Outcome.Refused refused) {
            return Wire.typed("refused").put("problem", ProblemCodec.encode(refused.problem())).build();
        }
        throw new IllegalArgumentException("an outcome without JSON");
    }

    static Outcome decode(JsonObject from) {
        switch (from.requireString(Wire.TYPE)) {
            case "done":
                return new Outcome.Done(from.requireObject("result"));
            case "refused":
                return new Outcome.Refused(ProblemCodec.decode(from.requireObject("problem")));
            default:
                throw Wire.unknownType("outcome");
        }
    }
}
