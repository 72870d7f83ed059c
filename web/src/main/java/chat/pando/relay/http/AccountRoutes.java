package chat.pando.relay.http;

import chat.pando.relay.accounts.Accounts;
import chat.pando.relay.accounts.SignIn;
import chat.pando.relay.accounts.Tokens;
import chat.pando.relay.accounts.UserInteractiveAuth;
import chat.pando.relay.ids.RandomText;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Registering, signing in and out, passwords. */
final class AccountRoutes {

    private final Accounts accounts;
    private final Tokens tokens;
    private final UserInteractiveAuth interactiveAuth;

    AccountRoutes(Accounts accounts, Tokens tokens, UserInteractiveAuth interactiveAuth) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.interactiveAuth = interactiveAuth;
    }

    void addTo(Api api) {
        api.open(HandlerType.POST, "/v3/register", this::register);
        api.open(HandlerType.GET, "/v3/register/available", call -> {
            accounts.requireAvailable(call.requireQuery("username"));
            return Json.object().put("available", true);
        });
        api.open(HandlerType.GET, "/v3/login", call -> flows());
        api.open(HandlerType.POST, "/v3/login", this::logIn);
        api.open(HandlerType.POST, "/v3/refresh",
                call -> tokens.refresh(Fields.requireText(call.body(), "refresh_token")));
        api.post("/v3/logout", call -> {
            accounts.logOut(call.who());
            return Json.object();
        });
        api.post("/v3/logout/all", call -> {
            accounts.logOutEverywhere(call.userId());
            return Json.object();
        });
        api.get("/v3/account/whoami", call -> Json.object().put("user_id", call.userId())
                .put("device_id", call.who().deviceId()).put("is_guest", false));
        api.post("/v3/account/password", this::changePassword);
        api.get("/v3/account/3pid", call -> {
            ObjectNode answer = Json.object();
            answer.putArray("threepids");
            return answer;
        });
    }

    private JsonNode register(Call call) {
        String kind = call.query("kind").orElse("user");
        if (!kind.equals("user")) {
            throw kind.equals("guest") ? new MatrixError(403, "M_GUEST_ACCESS_FORBIDDEN", "No guests here")
                    : MatrixError.invalidParam("Unknown kind of account");
        }
        ObjectNode body = call.body();
        String localpart = Fields.text(body, "username").map(name -> name.toLowerCase(Locale.ROOT))
                .orElseGet(() -> RandomText.letters(12).toLowerCase(Locale.ROOT));
        String userId = accounts.requireAvailable(localpart);
        Optional<String> password = Fields.text(body, "password");
        interactiveAuth.requireDummy(body);
        boolean signsIn = !Fields.flag(body, "inhibit_login").orElse(false);
        return accounts.register(userId, password.orElseThrow(() -> MatrixError.missingParam("password")),
                signsIn ? Optional.of(signIn(call, body)) : Optional.empty());
    }

    private static JsonNode flows() {
        ObjectNode answer = Json.object();
        answer.putArray("flows").addObject().put("type", UserInteractiveAuth.PASSWORD);
        return answer;
    }

    private JsonNode logIn(Call call) {
        ObjectNode body = call.body();
        if (!Fields.requireText(body, "type").equals(UserInteractiveAuth.PASSWORD)) {
            throw MatrixError.unknown("Unknown login type");
        }
        Optional<ObjectNode> identifier = Fields.object(body, "identifier");
        identifier.ifPresent(id -> {
            if (!Fields.requireText(id, "type").equals("m.id.user")) {
                throw MatrixError.unknown("Unknown login identifier type");
            }
        });
        String user = identifier.flatMap(id -> Fields.text(id, "user")).or(() -> Fields.text(body, "user"))
                .orElseThrow(() -> MatrixError.missingParam("identifier"));
        return accounts.logIn(user.toLowerCase(Locale.ROOT), Fields.requireText(body, "password"), signIn(call, body));
    }

    private JsonNode changePassword(Call call) {
        ObjectNode body = call.body();
        interactiveAuth.requirePassword(body, call.userId());
        accounts.changePassword(call.who(), Fields.requireText(body, "new_password"),
                Fields.flag(body, "logout_devices").orElse(true));
        return Json.object();
    }

    private static SignIn signIn(Call call, ObjectNode body) {
        return new SignIn(Fields.text(body, "device_id"), Fields.text(body, "initial_device_display_name"),
                Fields.flag(body, "refresh_token").orElse(false), call.remoteAddress());
    }
}
