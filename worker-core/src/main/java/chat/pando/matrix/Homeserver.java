package chat.pando.matrix;

import chat.pando.host.Abort;
import chat.pando.host.Http;
import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;
import chat.pando.host.Json;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A homeserver's Client-Server API at its base URL: one exchange per call, nothing tried again. */
public final class Homeserver {

    /** How long an ordinary request may take. */
    public static final long PATIENCE_MILLIS = 60_000;

    private final String baseUrl;
    private final Http http;
    private final Json json;

    public Homeserver(String baseUrl, Http http, Json json) {
        this.baseUrl = baseUrl;
        this.http = http;
        this.json = json;
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** Sends a request that needs no access token. */
    public Answer call(ApiRequest request) {
        return call(request, Optional.empty(), PATIENCE_MILLIS, new Abort());
    }

    public Answer call(ApiRequest request, Optional<String> token, long timeoutMillis, Abort abort) {
        try {
            return read(http.send(httpRequest(request, token, timeoutMillis), abort));
        } catch (HttpFailure failure) {
            return new Answer.Silence(failure.kind());
        }
    }

    private HttpRequest httpRequest(ApiRequest request, Optional<String> token, long timeoutMillis) {
        Map<String, String> headers = new LinkedHashMap<>();
        token.ifPresent(t -> headers.put("Authorization", "Bearer " + t));
        if (request.body().isPresent()) {
            headers.put("Content-Type", "application/json");
        }
        return new HttpRequest(
                request.method(), request.url(baseUrl), headers, request.body().map(JsonValue::text), timeoutMillis);
    }

    private Answer read(HttpResponse response) {
        Optional<JsonObject> body = object(response.body());
        boolean success = response.status() >= 200 && response.status() < 300;
        return success && body.isPresent()
                ? new Answer.Ok(body.get())
                : new Answer.Refused(MatrixError.of(
                        response.status(), body, Optional.ofNullable(response.headers().get("retry-after"))));
    }

    private Optional<JsonObject> object(String text) {
        try {
            return json.parse(text) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonSyntaxException notJson) {
            return Optional.empty(); // an HTML page of a proxy, or nothing: MatrixError calls it foreign
        }
    }
}
