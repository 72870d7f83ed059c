package chat.pando.relay.http;

import chat.pando.relay.accounts.Tokens;
import chat.pando.relay.db.SqlStates;
import chat.pando.relay.json.MatrixError;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.EndpointNotFound;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side of an instance: endpoints, cross-origin headers, errors, and the static site. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Starts to listen; port 0 means any that is free. */
    public static HttpServer start(String host, int port, Tokens tokens, Consumer<Api> endpoints) {
        StaticSite site = new StaticSite();
        Javalin javalin = Javalin.create(config -> {
            configure(config, host, port);
            addErrors(config, site);
            endpoints.accept(new Api(config.routes, tokens));
        });
        return new HttpServer(javalin.start());
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, String host, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.asyncTimeout = 0;
        config.jetty.host = host;
        config.jetty.port = port;
        config.jetty.modifyServer(server -> server.setErrorHandler(new RefusedRequests()));
        config.router.treatMultipleSlashesAsSingleSlash = false;
        config.routes.before(HttpServer::allowOrigins);
    }

    /** The API may be used from any page (Client-Server API, "Web Browser Clients"). */
    private static void allowOrigins(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        if (!context.path().startsWith("/_matrix/") && !context.path().startsWith("/.well-known/")) {
            return;
        }
        context.header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS")
                .header("Access-Control-Allow-Headers", "X-Requested-With, Content-Type, Authorization")
                .header("Access-Control-Expose-Headers", "Retry-After")
                .header("Cache-Control", "no-store");
        if (context.method() == HandlerType.OPTIONS) {
            context.header("Access-Control-Max-Age", "86400").status(204).skipRemainingHandlers();
        }
    }

    private static void addErrors(JavalinConfig config, StaticSite site) {
        config.routes.exception(MatrixError.class, (error, context) -> Replies.error(context, error));
        config.routes.exception(Exception.class, HttpServer::unexpected);
        config.routes.exception(EndpointNotFound.class, (error, context) -> missing(context, site));
        config.routes.exception(HttpResponseException.class, (error, context) ->
                unrecognized(context, error.getStatus()));
    }

    /** What is no endpoint may be a file of the site. */
    private static void missing(Context context, StaticSite site) {
        boolean isRead = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
        if (context.path().startsWith("/_matrix/") || !isRead || !site.serve(context.status(200))) {
            unrecognized(context, 404);
        }
    }

    private static void unrecognized(Context context, int status) {
        Replies.error(context, MatrixError.unrecognized(status));
    }

    private static void unexpected(Exception error, Context context) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null
                ? error.getCause() : error;
        if (cause instanceof MatrixError refusal) {
            Replies.error(context, refusal);
        } else if (SqlStates.isBadText(cause)) {
            Replies.error(context, MatrixError.invalidParam("A text holds characters that cannot be stored"));
        } else if (SqlStates.isOverloaded(cause)) {
            context.header("Retry-After", "2");
            Replies.error(context, MatrixError.limitExceeded(2000));
        } else {
            // Messages of exceptions may quote what was being worked on, so only their type is logged.
            LOG.error("A {} request failed: {}", context.method(), trace(cause));
            Replies.error(context, new MatrixError(500, "M_UNKNOWN", "Internal server error"));
        }
    }

    private static String trace(Throwable error) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            text.append(cause.getClass().getName()).append(' ');
            Arrays.stream(cause.getStackTrace()).limit(12).forEach(at -> text.append("\n    at ").append(at));
            text.append('\n');
        }
        return text.toString();
    }
}
