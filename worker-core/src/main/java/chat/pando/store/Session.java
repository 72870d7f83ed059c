package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.Optional;

/**
 * The account's session at its homeserver. The only place where its tokens are.
 *
 * @param server       base URL of the Client-Server API
 * @param refreshToken empty where the server gives none
 * @param expiresAt    when the access token ends, ms since the epoch; 0 where it doesn't
 */
public record Session(
        UserId user, DeviceId device, String server, String accessToken, Optional<String> refreshToken, long expiresAt) {

    /** This session with the tokens of a refresh. */
    public Session renewed(String newAccessToken, Optional<String> newRefreshToken, long newExpiresAt) {
        return new Session(
                user, device, server, newAccessToken, newRefreshToken.or(() -> refreshToken), newExpiresAt);
    }

    JsonObject encode() {
        return JsonObject.builder()
                .put("user", user.value())
                .put("device", device.value())
                .put("server", server)
                .put("access_token", accessToken)
                .put("refresh_token", refreshToken)
                .put("expires_at", expiresAt)
                .build();
    }

    static Session decode(JsonObject body) {
        return new Session(
                new UserId(body.requireString("user")),
                new DeviceId(body.requireString("device")),
                body.requireString("server"),
                body.requireString("access_token"),
                body.string("refresh_token"),
                body.requireInteger("expires_at"));
    }

    @Override
    public String toString() {
        return "Session"; // tokens and names are never logged
    }
}
