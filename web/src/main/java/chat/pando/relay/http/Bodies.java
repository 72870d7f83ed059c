package chat.pando.relay.http;

import chat.pando.relay.json.MatrixError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Request bodies, read no further than a limit. */
final class Bodies {

    private static final long MOST_DRAINED = 64L << 20;

    private Bodies() {
    }

    /**
     * Reads what is left of the body of a request that is refused, or whose endpoint has no use for it. If it stayed unread,
     * the connection would be cut, and the client might never see the answer, or lose its next request.
     */
    static void drain(HttpServletRequest request) {
        byte[] buffer = new byte[8192];
        int read = 0;
        for (long total = 0; read >= 0 && total < MOST_DRAINED; total += read) {
            read = readSome(request, buffer);
        }
    }

    /** Reads a piece; a body that breaks off has ended, and so has its client. */
    private static int readSome(HttpServletRequest request, byte[] buffer) {
        try {
            return request.getInputStream().read(buffer);
        } catch (IOException e) {
            return -1;
        }
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
