package chat.pando.host;

import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param status  the status code
 * @param headers names in lower case; in a browser only those that CORS lets through
 * @param body    as UTF-8 text
 */
public record HttpResponse(int status, Map<String, String> headers, String body) {

    public HttpResponse {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "HttpResponse[" + status + ", " + body.length() + " characters]";
    }
}
