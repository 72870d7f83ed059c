package chat.pando.relay.events;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A room event as the relay stores it; its position in the log is its place in the room's history. */
public record Event(long position, String id, String roomId, String type, Optional<String> stateKey, String sender,
                    ObjectNode content, long originServerTs, Optional<String> redacts, Optional<String> redactedBy,
                    Optional<Transaction> transaction) {

    public static final String CREATE = "m.room.create";
    public static final String MEMBER = "m.room.member";
    public static final String POWER_LEVELS = "m.room.power_levels";
    public static final String JOIN_RULES = "m.room.join_rules";
    public static final String HISTORY_VISIBILITY = "m.room.history_visibility";
    public static final String GUEST_ACCESS = "m.room.guest_access";
    public static final String CANONICAL_ALIAS = "m.room.canonical_alias";
    public static final String ENCRYPTION = "m.room.encryption";
    public static final String NAME = "m.room.name";
    public static final String TOPIC = "m.room.topic";
    public static final String AVATAR = "m.room.avatar";
    public static final String REDACTION = "m.room.redaction";

    public boolean isState() {
        return stateKey.isPresent();
    }

    public boolean isState(String ofType) {
        return isState() && type.equals(ofType);
    }

    /** The membership a member event sets; empty for other events. */
    public Optional<String> membership() {
        return isState(MEMBER) ? Optional.of(content.path("membership").asString("")) : Optional.empty();
    }

    /** The request that sent an event: which device, and its transaction id. */
    public record Transaction(String deviceId, String id) {
    }

    /** Hides the content. */
    @Override
    public String toString() {
        return "Event[" + position + "]";
    }
}
