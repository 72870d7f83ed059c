package chat.pando.relay.events;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An event that someone asks to be sent and that is not yet accepted. */
public record Draft(String roomId, String sender, String type, Optional<String> stateKey, ObjectNode content,
                    Optional<String> redacts, Optional<Event.Transaction> transaction) {

    public static Draft state(String roomId, String sender, String type, String stateKey, ObjectNode content) {
        return new Draft(roomId, sender, type, Optional.of(stateKey), content, Optional.empty(), Optional.empty());
    }

    public static Draft message(String roomId, String sender, String type, ObjectNode content,
                                Event.Transaction transaction) {
        return new Draft(roomId, sender, type, Optional.empty(), content, Optional.empty(), Optional.of(transaction));
    }

    public static Draft redaction(String roomId, String sender, String redacts, ObjectNode content,
                                  Event.Transaction transaction) {
        return new Draft(roomId, sender, Event.REDACTION, Optional.empty(), content, Optional.of(redacts),
                Optional.of(transaction));
    }

    /** Hides the content. */
    @Override
    public String toString() {
        return "Draft";
    }
}
