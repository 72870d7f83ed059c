package chat.pando.relay.http;

import chat.pando.relay.accounts.Tokens;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.MatrixError;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The table of endpoints; each path of version 3 is also served as r0, as older clients ask for it. */
public final class Api {

    private static final String ROOT = "/_matrix/client";

    private final RoutesConfig routes;
    private final Tokens tokens;

    Api(RoutesConfig routes, Tokens tokens) {
        this.routes = routes;
        this.tokens = tokens;
    }

    /** An endpoint for anybody. */
    public void open(HandlerType method, String path, Endpoint endpoint) {
        route(method, path,
                context -> Replies.json(context, 200, endpoint.answer(new Call(context, Optional.empty()))));
    }

    /** An endpoint for those who are signed in. */
    public void signedIn(HandlerType method, String path, Endpoint endpoint) {
        route(method, path, context -> Replies.json(context, 200, endpoint.answer(call(context))));
    }

    /** An endpoint for those who are signed in whose answer may take a while without holding a thread. */
    public void waiting(HandlerType method, String path,
                        Function<Call, CompletableFuture<? extends JsonNode>> endpoint) {
        route(method, path, context -> {
            Call call = call(context);
            context.future(() -> endpoint.apply(call).thenAccept(answer -> Replies.json(context, 200, answer)));
        });
    }

    /** An endpoint for those who are signed in that writes its answer itself, such as a file. */
    public void raw(HandlerType method, String path, BiConsumer<Call, Context> endpoint) {
        route(method, path, context -> endpoint.accept(call(context), context));
    }

    public void get(String path, Endpoint endpoint) {
        signedIn(HandlerType.GET, path, endpoint);
    }

    public void post(String path, Endpoint endpoint) {
        signedIn(HandlerType.POST, path, endpoint);
    }

    public void put(String path, Endpoint endpoint) {
        signedIn(HandlerType.PUT, path, endpoint);
    }

    public void delete(String path, Endpoint endpoint) {
        signedIn(HandlerType.DELETE, path, endpoint);
    }

    private Call call(Context context) {
        String token = AccessTokens.of(context).orElseThrow(
                () -> new MatrixError(401, "M_MISSING_TOKEN", "Missing access token"));
        Requester requester = tokens.requester(token, context.ip());
        return new Call(context, Optional.of(requester));
    }

    private void route(HandlerType method, String path, Handler handler) {
        for (String version : versions(path)) {
            routes.addHttpHandler(method, version, handler);
        }
    }

    private static List<String> versions(String path) {
        if (path.startsWith("/v3/")) {
            return List.of(ROOT + path, ROOT + "/r0/" + path.substring("/v3/".length()));
        }
        return List.of(path.startsWith("/v1/") ? ROOT + path : path);
    }
}
