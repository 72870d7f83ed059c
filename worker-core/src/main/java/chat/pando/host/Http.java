package chat.pando.host;

/** HTTP, one exchange at a time per call; any number of calls at once. */
public interface Http {

    /**
     * Sends a request and waits for the whole answer, whatever its status.
     *
     * @param abort ends the exchange early
     * @throws HttpFailure where no answer came
     */
    HttpResponse send(HttpRequest request, Abort abort) throws HttpFailure;
}
