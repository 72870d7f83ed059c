package chat.pando.matrix;

import chat.pando.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request of the Client-Server API, without the server's address and the access token.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path   from {@code /_matrix} on, percent-encoded
 * @param query  names and values, not yet encoded, in order
 * @param body   the JSON body; its text is the same each time it is written, so a retry sends the same bytes
 */
public record ApiRequest(String method, String path, Map<String, String> query, Optional<JsonObject> body) {

    public ApiRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(path);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        Objects.requireNonNull(body);
    }

    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path, Map.of(), Optional.empty());
    }

    public static ApiRequest post(String path, JsonObject body) {
        return new ApiRequest("POST", path, Map.of(), Optional.of(body));
    }

    public static ApiRequest put(String path, JsonObject body) {
        return new ApiRequest("PUT", path, Map.of(), Optional.of(body));
    }

    /** This request with one more query parameter. */
    public ApiRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new ApiRequest(method, path, more, body);
    }

    /** The absolute URL at a homeserver. */
    public String url(String baseUrl) {
        StringBuilder url = new StringBuilder(baseUrl).append(path);
        char separator = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            url.append(separator)
                    .append(Percent.encode(parameter.getKey()))
                    .append('=')
                    .append(Percent.encode(parameter.getValue()));
            separator = '&';
        }
        return url.toString();
    }

    /** The method only: paths hold names. */
    @Override
    public String toString() {
        return "ApiRequest[" + method + "]";
    }
}
