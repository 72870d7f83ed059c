package chat.pando.matrix;

/** Carries requests to the homeserver, the same bytes again and again, until the answer is final. */
public interface Courier {

    /**
     * Blocks until the server has done it or refused it for good.
     *
     * @param onDelay called before each rest, when an attempt did not get through
     */
    Answer deliver(ApiRequest request, Runnable onDelay);

    /** Makes one attempt, whatever comes of it: for those who decide themselves when there is another one. */
    Answer attempt(ApiRequest request);

    /** Rests after an attempt that did not get through, longer each time; it ends early when there is new hope. */
    void rest();

    /**
     * Waits while the server is out of reach, so that what is sent is made as late as possible.
     *
     * @return whether it had to wait
     */
    boolean awaitConnection();

    /** Whether the connection to the server is known to work. */
    boolean online();
}
