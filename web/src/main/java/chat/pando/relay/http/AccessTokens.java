package chat.pando.relay.http;

import io.javalin.http.Context;
import java.util.Optional;

/** Where a request carries its access token (Client-Server API, "Using access tokens"). */
final class AccessTokens {

    private static final String SCHEME = "Bearer ";

    private AccessTokens() {
    }

    static Optional<String> of(Context context) {
        String header = context.header("Authorization");
        if (header != null && header.startsWith(SCHEME)) {
            return Optional.of(header.substring(SCHEME.length()).trim()).filter(token -> !token.isEmpty());
        }
        return Optional.ofNullable(context.queryParam("access_token")).filter(token -> !token.isEmpty());
    }
}
