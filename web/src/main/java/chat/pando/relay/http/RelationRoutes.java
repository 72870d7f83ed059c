package chat.pando.relay.http;

import chat.pando.relay.json.MatrixError;
import chat.pando.relay.rooms.Relations;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Threads, edits, reactions. */
final class RelationRoutes {

    private static final String OF_EVENT = "/v1/rooms/{roomId}/relations/{eventId}";

    private final Relations relations;
    private final String epoch;

    RelationRoutes(Relations relations, String epoch) {
        this.relations = relations;
        this.epoch = epoch;
    }

    void addTo(Api api) {
        api.get(OF_EVENT, call -> related(call, Optional.empty(), Optional.empty()));
        api.get(OF_EVENT + "/{relType}", call -> related(call, Optional.of(call.path("relType")), Optional.empty()));
        api.get(OF_EVENT + "/{relType}/{eventType}", call -> related(call, Optional.of(call.path("relType")),
                Optional.of(call.path("eventType"))));
        api.get("/v1/rooms/{roomId}/threads", call -> relations.threads(call.who(), call.path("roomId"),
                call.query("include").filter("participated"::equals).isPresent(), page(call, true)));
    }

    private JsonNode related(Call call, Optional<String> relType, Optional<String> eventType) {
        String direction = call.query("dir").orElse("b");
        if (!direction.equals("b") && !direction.equals("f")) {
            throw MatrixError.invalidParam("'dir' must be 'b' or 'f'");
        }
        return relations.of(call.who(), call.path("roomId"), call.path("eventId"), relType, eventType,
                page(call, direction.equals("b")));
    }

    private Relations.Page page(Call call, boolean backwards) {
        return new Relations.Page(backwards, call.cursor("from", epoch), call.cursor("to", epoch), call.pageSize());
    }
}
