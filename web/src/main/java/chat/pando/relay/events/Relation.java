package chat.pando.relay.events;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an event's content says it relates to. */
record Relation(String eventId, String type) {

    static Optional<Relation> of(ObjectNode content) {
        JsonNode relation = content.path("m.relates_to");
        JsonNode eventId = relation.path("event_id");
        JsonNode type = relation.path("rel_type");
        return eventId.isString() && type.isString()
                ? Optional.of(new Relation(eventId.stringValue(), type.stringValue())) : Optional.empty();
    }
}
