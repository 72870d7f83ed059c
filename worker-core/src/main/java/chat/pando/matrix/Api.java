package chat.pando.matrix;

import chat.pando.host.Abort;

/** The Client-Server API as a signed-in device: requests go out with its access token. */
@FunctionalInterface
public interface Api {

    /** One exchange. A refusal that {@link MatrixError#endsSession} means that the session is over. */
    Answer call(ApiRequest request, long timeoutMillis, Abort abort);

    default Answer call(ApiRequest request) {
        return call(request, Homeserver.PATIENCE_MILLIS, new Abort());
    }
}
