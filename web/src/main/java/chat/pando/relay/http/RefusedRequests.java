package chat.pando.relay.http;

import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that are refused before any endpoint sees them, such as those whose path is malformed. */
final class RefusedRequests extends ErrorHandler {

    @Override
    protected void generateResponse(Request request, Response response, int code, String message, Throwable cause,
                                    Callback callback) {
        addHeaders(response.getHeaders());
        // Whatever body the request has stays unread, so no other request may follow on this connection.
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        response.write(true, body(code), callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        addHeaders(fields);
        return body(status);
    }

    private static void addHeaders(HttpFields.Mutable headers) {
        headers.put(HttpHeader.CONTENT_TYPE, "application/json");
        headers.put("Access-Control-Allow-Origin", "*");
    }

    private static ByteBuffer body(int status) {
        MatrixError error = status >= 500 ? new MatrixError(status, "M_UNKNOWN", "Internal server error")
                : MatrixError.unknown("Malformed request");
        return ByteBuffer.wrap(Json.bytes(error.body()));
    }
}
