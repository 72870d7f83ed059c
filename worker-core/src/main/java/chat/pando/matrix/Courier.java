package chat.pando.matrix;

/** Carries a request to the homeserver, the same bytes again and again, until the answer is final. */
public interface Courier {

    /**
     * Blocks until the server has done it or refused it for good.
     *
     * @param onDelay called before each rest, when an attempt did not get through
     */
    Answer deliver(ApiRequest request, Runnable onDelay);
}
