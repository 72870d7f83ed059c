package chat.pando.e2e.proxy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Whose token is whose: learned from the answers to sign-ins, so that the record can name devices and no tokens. */
final class Devices {

    static final String NOBODY = "nobody";

    private final Map<String, String> byToken = new ConcurrentHashMap<>();

    String of(WireRequest request) {
        return request.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> byToken.getOrDefault(value.substring(7), NOBODY))
                .orElse(NOBODY);
    }

    void learn(WireRequest request, WireAnswer answer) {
        boolean signIn = request.path().endsWith("/login") || request.path().endsWith("/register");
        boolean refresh = request.path().endsWith("/refresh");
        if (!request.method().equals("POST") || !answer.succeeded() || !(signIn || refresh)) {
            return;
        }
        JsonNode tokens = Bodies.json(answer.body());
        String device = signIn
                ? tokens.path("user_id").asString() + "/" + tokens.path("device_id").asString()
                : byToken.getOrDefault(Bodies.json(request.body()).path("refresh_token").asString(), NOBODY);
        for (String name : new String[] {"access_token", "refresh_token"}) {
            Optional.ofNullable(tokens.get(name)).ifPresent(token -> byToken.put(token.asString(), device));
        }
    }
}
