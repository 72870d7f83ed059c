package chat.pando.relay.http;

import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.rooms.Aliases;
import chat.pando.relay.rooms.Directory;
import chat.pando.relay.rooms.Membership;
import chat.pando.relay.rooms.RoomCreation;
import io.javalin.http.HandlerType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Making, finding, entering and leaving rooms. */
final class RoomRoutes {

    private final RoomCreation creation;
    private final Membership membership;
    private final Aliases aliases;
    private final Directory directory;

    RoomRoutes(RoomCreation creation, Membership membership, Aliases aliases, Directory directory) {
        this.creation = creation;
        this.membership = membership;
        this.aliases = aliases;
        this.directory = directory;
    }

    void addTo(Api api) {
        api.post("/v3/createRoom", call -> Json.object().put("room_id",
                creation.create(call.userId(), call.optionalBody())));
        api.get("/v3/joined_rooms", call -> membership.joinedRooms(call.userId()));
        addMembership(api);
        addDirectory(api);
    }

    private void addMembership(Api api) {
        api.post("/v3/join/{idOrAlias}", call -> join(call, aliases.roomOf(call.path("idOrAlias"))));
        api.post("/v3/rooms/{roomId}/join", call -> join(call, call.path("roomId")));
        api.post("/v3/rooms/{roomId}/leave", call -> {
            membership.leave(call.userId(), call.path("roomId"), reason(call.optionalBody()));
            return Json.object();
        });
        api.post("/v3/rooms/{roomId}/forget", call -> {
            membership.forget(call.userId(), call.path("roomId"));
            return Json.object();
        });
        onOther(api, "invite", membership::invite);
        onOther(api, "kick", membership::kick);
        onOther(api, "ban", membership::ban);
        onOther(api, "unban", membership::unban);
    }

    private void addDirectory(Api api) {
        api.open(HandlerType.GET, "/v3/directory/room/{alias}", call -> aliases.resolve(call.path("alias")));
        api.put("/v3/directory/room/{alias}", call -> {
            aliases.create(call.userId(), call.path("alias"), Fields.requireText(call.body(), "room_id"));
            return Json.object();
        });
        api.delete("/v3/directory/room/{alias}", call -> {
            aliases.delete(call.userId(), call.path("alias"));
            return Json.object();
        });
        api.get("/v3/rooms/{roomId}/aliases", call -> aliases.list(call.userId(), call.path("roomId")));
        api.open(HandlerType.GET, "/v3/directory/list/room/{roomId}",
                call -> Json.object().put("visibility", directory.visibility(call.path("roomId"))));
        api.put("/v3/directory/list/room/{roomId}", call -> {
            directory.publish(call.userId(), call.path("roomId"),
                    Fields.text(call.body(), "visibility").orElse("public"));
            return Json.object();
        });
        api.open(HandlerType.GET, "/v3/publicRooms",
                call -> directory.search(call.number("limit"), call.query("since"), Optional.empty()));
        api.post("/v3/publicRooms", call -> {
            ObjectNode body = call.optionalBody();
            Optional<String> term = Fields.object(body, "filter")
                    .flatMap(filter -> Fields.text(filter, "generic_search_term"));
            return directory.search(Fields.number(body, "limit"), Fields.text(body, "since"), term);
        });
    }

    private JsonNode join(Call call, String roomId) {
        if (!roomId.startsWith("!")) {
            throw MatrixError.invalidParam("Not a room id or alias");
        }
        membership.join(call.userId(), roomId, reason(call.optionalBody()));
        return Json.object().put("room_id", roomId);
    }

    private static void onOther(Api api, String action, OnOther membership) {
        api.post("/v3/rooms/{roomId}/" + action, call -> {
            ObjectNode body = call.body();
            membership.apply(call.userId(), call.path("roomId"), Fields.requireText(body, "user_id"), reason(body));
            return Json.object();
        });
    }

    private static Optional<String> reason(ObjectNode body) {
        return Fields.text(body, "reason");
    }

    /** What one member does to another user's membership. */
    @FunctionalInterface
    private interface OnOther {
        void apply(String sender, String roomId, String target, Optional<String> reason);
    }
}
