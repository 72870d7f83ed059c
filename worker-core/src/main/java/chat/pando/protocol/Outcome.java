package chat.pando.protocol;

import chat.pando.json.JsonObject;

/** How a command ended. */
public sealed interface Outcome {

    /** Carried out, durably. */
    record Done(JsonObject result) implements Outcome {

        public static final Done PLAIN = new Done(JsonObject.EMPTY);
    }

    /** Not carried out, and nothing of it remains. */
    record Refused(Problem problem) implements Outcome {}
}
