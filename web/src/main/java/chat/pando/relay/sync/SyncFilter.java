package chat.pando.relay.sync;

import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.rooms.EventFilter;
import tools.jackson.databind.node.ObjectNode;

/** What a client wants to get from its sync (Client-Server API, "Filtering"). */
public record SyncFilter(EventFilter rooms, EventFilter timeline, EventFilter state, EventFilter ephemeral,
                  EventFilter roomAccountData, EventFilter accountData, boolean includeLeave) {

    public static final SyncFilter EVERYTHING = of(Json.object());

    public static SyncFilter of(ObjectNode definition) {
        ObjectNode room = Fields.object(definition, "room").orElseGet(Json::object);
        return new SyncFilter(new EventFilter(room), EventFilter.part(room, "timeline"),
                EventFilter.part(room, "state"), EventFilter.part(room, "ephemeral"),
                EventFilter.part(room, "account_data"), EventFilter.part(definition, "account_data"),
                Fields.flag(room, "include_leave").orElse(false));
    }
}
