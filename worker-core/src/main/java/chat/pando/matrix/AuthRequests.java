package chat.pando.matrix;

import chat.pando.json.JsonObject;
import java.util.Optional;

/** The requests that begin, renew and end a session (spec, section "Client Authentication"). */
public final class AuthRequests {

    /** How this device is called in lists of devices. */
    private static final String DEVICE_NAME = "Pando (browser)";

    private AuthRequests() {}

    /** @param device the device to take up again after a soft logout; empty for a new one */
    public static ApiRequest login(String user, String password, Optional<DeviceId> device) {
        JsonObject identifier =
                JsonObject.builder().put("type", "m.id.user").put("user", user).build();
        return ApiRequest.post(
                "/_matrix/client/v3/login",
                JsonObject.builder()
                        .put("type", "m.login.password")
                        .put("identifier", identifier)
                        .put("password", password)
                        .put("device_id", device.map(DeviceId::value))
                        .put("initial_device_display_name", DEVICE_NAME)
                        .put("refresh_token", true)
                        .build());
    }

    /** @param auth the answer to the server's user-interactive question; empty at first */
    public static ApiRequest register(String username, String password, Optional<JsonObject> auth) {
        JsonObject.Builder body = JsonObject.builder()
                .put("username", username)
                .put("password", password)
                .put("initial_device_display_name", DEVICE_NAME)
                .put("refresh_token", true);
        auth.ifPresent(answer -> body.put("auth", answer));
        return ApiRequest.post("/_matrix/client/v3/register", body.build());
    }

    public static ApiRequest refresh(String refreshToken) {
        return ApiRequest.post(
                "/_matrix/client/v3/refresh",
                JsonObject.builder().put("refresh_token", refreshToken).build());
    }

    public static ApiRequest logout() {
        return ApiRequest.post("/_matrix/client/v3/logout", JsonObject.EMPTY);
    }
}
