package chat.pando.matrix;

/** Carries a request to the homeserver, the same bytes again and again, until the answer is final. */
public interface Courier {

    /**
     * Blocks until the server has done it or refused it for good.
     *
     * @param onDelay called before each rest, when an attempt did not get through
     */
    Answer deliver(ApiRequest request, Runnable onDelay);

    /**
     * Waits while the server is out of reach, so that what is sent is made as late as possible.
     *
     * @return whether it had to wait
     */
    boolean awaitConnection();
}
