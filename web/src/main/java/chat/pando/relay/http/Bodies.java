package chat.pando.relay.http;

import chat.pando.relay.json.MatrixError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Request bodies, read no further than a limit. */
final class Bodies {

    private Bodies() {
    }

    static byte[] read(HttpServletRequest request, int limit) {
        if (request.getContentLengthLong() > limit) {
            throw MatrixError.tooLarge("Request body too large");
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw MatrixError.tooLarge("Request body too large");
            }
            return bytes;
        } catch (IOException e) {
            throw MatrixError.unknown("The request's body broke off");
        }
    }
}
