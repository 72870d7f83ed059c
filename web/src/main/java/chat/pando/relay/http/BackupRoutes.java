package chat.pando.relay.http;

import chat.pando.relay.backup.BackedUpKeys;
import chat.pando.relay.backup.BackupVersions;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Backups of room keys. */
final class BackupRoutes {

    private static final String KEYS = "/v3/room_keys/keys";
    private static final String VERSION = "/v3/room_keys/version";

    private final BackupVersions versions;
    private final BackedUpKeys keys;

    BackupRoutes(BackupVersions versions, BackedUpKeys keys) {
        this.versions = versions;
        this.keys = keys;
    }

    void addTo(Api api) {
        api.post(VERSION, call -> Json.object().put("version", versions.create(call.userId(), call.body())));
        api.get(VERSION, call -> versions.get(call.userId(), Optional.empty()));
        api.get(VERSION + "/{version}", call -> versions.get(call.userId(), Optional.of(call.path("version"))));
        api.put(VERSION + "/{version}", call -> {
            versions.update(call.userId(), call.path("version"), call.body());
            return Json.object();
        });
        api.delete(VERSION + "/{version}", call -> {
            versions.delete(call.userId(), call.path("version"));
            return Json.object();
        });
        addKeys(api);
    }

    private void addKeys(Api api) {
        api.put(KEYS, call -> put(call, call.body()));
        api.put(KEYS + "/{roomId}", call -> put(call, ofRoom(call.path("roomId"), call.body())));
        api.put(KEYS + "/{roomId}/{sessionId}", call -> put(call, ofRoom(call.path("roomId"),
                ofSession(call.path("sessionId"), call.body()))));
        api.get(KEYS, call -> get(call, Optional.empty(), Optional.empty()));
        api.get(KEYS + "/{roomId}", call -> get(call, Optional.of(call.path("roomId")), Optional.empty())
                .path("rooms").optional(call.path("roomId")).orElseGet(BackupRoutes::noSessions));
        api.get(KEYS + "/{roomId}/{sessionId}", call -> get(call, Optional.of(call.path("roomId")),
                Optional.of(call.path("sessionId"))).path("rooms").path(call.path("roomId")).path("sessions")
                .optional(call.path("sessionId")).orElseThrow(() -> MatrixError.notFound("No such room key")));
        api.delete(KEYS, call -> delete(call, Optional.empty(), Optional.empty()));
        api.delete(KEYS + "/{roomId}", call -> delete(call, Optional.of(call.path("roomId")), Optional.empty()));
        api.delete(KEYS + "/{roomId}/{sessionId}", call -> delete(call, Optional.of(call.path("roomId")),
                Optional.of(call.path("sessionId"))));
    }

    private JsonNode put(Call call, ObjectNode body) {
        return keys.put(call.userId(), call.requireQuery("version"), body);
    }

    private ObjectNode get(Call call, Optional<String> roomId, Optional<String> sessionId) {
        return keys.get(call.userId(), call.requireQuery("version"), roomId, sessionId);
    }

    private JsonNode delete(Call call, Optional<String> roomId, Optional<String> sessionId) {
        return keys.delete(call.userId(), call.requireQuery("version"), roomId, sessionId);
    }

    private static ObjectNode ofRoom(String roomId, ObjectNode room) {
        ObjectNode body = Json.object();
        body.putObject("rooms").set(roomId, room);
        return body;
    }

    private static ObjectNode ofSession(String sessionId, ObjectNode session) {
        ObjectNode body = Json.object();
        body.putObject("sessions").set(sessionId, session);
        return body;
    }

    private static JsonNode noSessions() {
        ObjectNode room = Json.object();
        room.putObject("sessions");
        return room;
    }
}
