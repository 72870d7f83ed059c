package chat.pando.relay.http;

import chat.pando.relay.json.Json;
import chat.pando.relay.rooms.RoomCreation;
import io.javalin.http.HandlerType;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the server says about itself. */
final class ServerRoutes {

    private static final int NEWEST_MINOR_VERSION = 11;

    void addTo(Api api) {
        api.open(HandlerType.GET, "/_matrix/client/versions", call -> versions());
        api.open(HandlerType.GET, "/.well-known/matrix/client", ServerRoutes::wellKnown);
        api.get("/v3/capabilities", call -> capabilities());
        api.get("/v3/voip/turnServer", call -> Json.object());
        api.get("/v3/thirdparty/protocols", call -> Json.object());
    }

    private static JsonNode versions() {
        ObjectNode answer = Json.object();
        ArrayNode versions = answer.putArray("versions");
        IntStream.rangeClosed(1, NEWEST_MINOR_VERSION).forEach(minor -> versions.add("v1." + minor));
        answer.putObject("unstable_features").put("org.matrix.msc3916.stable", true)
                .put("org.matrix.e2e_cross_signing", true);
        return answer;
    }

    /** The homeserver is where this was asked for. */
    private static JsonNode wellKnown(Call call) {
        ObjectNode answer = Json.object();
        answer.putObject("m.homeserver").put("base_url", call.origin());
        return answer;
    }

    private static JsonNode capabilities() {
        ObjectNode answer = Json.object();
        ObjectNode capabilities = answer.putObject("capabilities");
        ObjectNode versions = capabilities.putObject("m.room_versions").put("default", RoomCreation.DEFAULT_VERSION);
        ObjectNode available = versions.putObject("available");
        RoomCreation.VERSIONS.forEach(version -> available.put(version, "stable"));
        for (String name : new String[] {"m.change_password", "m.set_displayname", "m.set_avatar_url"}) {
            capabilities.putObject(name).put("enabled", true);
        }
        capabilities.putObject("m.3pid_changes").put("enabled", false);
        return answer;
    }
}
