package chat.pando.relay.http;

import chat.pando.relay.accounts.AccountData;
import chat.pando.relay.accounts.Devices;
import chat.pando.relay.accounts.Filters;
import chat.pando.relay.accounts.UserInteractiveAuth;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.rooms.Profiles;
import chat.pando.relay.sync.SyncFilter;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What belongs to a user: profile, devices, filters, account data, tags. */
final class UserRoutes {

    private static final int MOST_FOUND = 50;

    private final Profiles profiles;
    private final Devices devices;
    private final Filters filters;
    private final AccountData accountData;
    private final UserInteractiveAuth interactiveAuth;

    UserRoutes(Profiles profiles, Devices devices, Filters filters, AccountData accountData,
               UserInteractiveAuth interactiveAuth) {
        this.profiles = profiles;
        this.devices = devices;
        this.filters = filters;
        this.accountData = accountData;
        this.interactiveAuth = interactiveAuth;
    }

    void addTo(Api api) {
        addProfiles(api);
        addDevices(api);
        addAccountData(api);
        api.post("/v3/user/{userId}/filter", call -> {
            ObjectNode definition = call.body();
            SyncFilter.of(definition);
            return Json.object().put("filter_id", filters.add(own(call), definition));
        });
        api.get("/v3/user/{userId}/filter/{filterId}", call -> filters.get(own(call), call.path("filterId")));
    }

    private void addProfiles(Api api) {
        api.open(HandlerType.GET, "/v3/profile/{userId}", call -> profiles.get(call.path("userId")));
        api.open(HandlerType.GET, "/v3/profile/{userId}/{field}",
                call -> profiles.get(call.path("userId"), call.path("field")));
        api.put("/v3/profile/{userId}/{field}", call -> {
            String userId = own(call);
            String value = Fields.requireText(call.body(), call.path("field"));
            profiles.set(userId, call.path("field"), Optional.of(value).filter(text -> !text.isEmpty()));
            return Json.object();
        });
        api.post("/v3/user_directory/search", call -> {
            ObjectNode body = call.body();
            long limit = Fields.number(body, "limit").orElse(10L);
            return profiles.search(call.userId(), Fields.requireText(body, "search_term"),
                    (int) Math.max(0, Math.min(MOST_FOUND, limit)));
        });
    }

    private void addDevices(Api api) {
        api.get("/v3/devices", call -> Json.object().set("devices", devices.list(call.userId())));
        api.get("/v3/devices/{deviceId}", call -> devices.get(call.userId(), call.path("deviceId")));
        api.put("/v3/devices/{deviceId}", call -> {
            Fields.text(call.body(), "display_name").ifPresentOrElse(
                    name -> devices.rename(call.userId(), call.path("deviceId"), name),
                    () -> devices.get(call.userId(), call.path("deviceId")));
            return Json.object();
        });
        api.delete("/v3/devices/{deviceId}", call -> {
            interactiveAuth.requirePassword(call.optionalBody(), call.userId());
            devices.delete(call.userId(), List.of(call.path("deviceId")));
            return Json.object();
        });
        api.post("/v3/delete_devices", call -> {
            ObjectNode body = call.body();
            List<String> ids = Fields.optionalTexts(body, "devices")
                    .orElseThrow(() -> MatrixError.missingParam("devices"));
            interactiveAuth.requirePassword(body, call.userId());
            devices.delete(call.userId(), ids);
            return Json.object();
        });
    }

    private void addAccountData(Api api) {
        api.get("/v3/user/{userId}/account_data/{type}",
                call -> accountData.get(own(call), AccountData.GLOBAL, call.path("type")));
        api.put("/v3/user/{userId}/account_data/{type}", call -> {
            accountData.put(own(call), AccountData.GLOBAL, call.path("type"), call.body());
            return Json.object();
        });
        String ofRoom = "/v3/user/{userId}/rooms/{roomId}/account_data/{type}";
        api.get(ofRoom, call -> accountData.get(own(call), call.path("roomId"), call.path("type")));
        api.put(ofRoom, call -> {
            accountData.put(own(call), roomId(call), call.path("type"), call.body());
            return Json.object();
        });
        String tags = "/v3/user/{userId}/rooms/{roomId}/tags";
        api.get(tags, call -> accountData.tags(own(call), roomId(call)));
        api.put(tags + "/{tag}", call -> changeTag(call, Optional.of(call.body())));
        api.delete(tags + "/{tag}", call -> changeTag(call, Optional.empty()));
    }

    private JsonNode changeTag(Call call, Optional<ObjectNode> content) {
        accountData.setTag(own(call), roomId(call), call.path("tag"), content);
        return Json.object();
    }

    private static String roomId(Call call) {
        String roomId = call.path("roomId");
        if (!roomId.startsWith("!")) {
            throw MatrixError.invalidParam("Not a room id");
        }
        return roomId;
    }

    /** The user id in the path, which must be the one who asks. */
    private static String own(Call call) {
        if (!call.path("userId").equals(call.userId())) {
            throw MatrixError.forbidden("This belongs to another user");
        }
        return call.userId();
    }
}
