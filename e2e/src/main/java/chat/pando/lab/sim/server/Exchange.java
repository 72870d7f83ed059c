package chat.pando.lab.sim.server;

import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;
import chat.pando.host.Signal;
import java.util.Optional;

/** A request and what becomes of it, as its client sees it. The first outcome counts. */
public final class Exchange {

    private final Client client;
    private final HttpRequest request;
    private final Signal ended = new Signal();
    private Optional<HttpResponse> response = Optional.empty();
    private Optional<HttpFailure.Cause> failure = Optional.empty();

    public Exchange(Client client, HttpRequest request) {
        this.client = client;
        this.request = request;
    }

    Client client() {
        return client;
    }

    HttpRequest request() {
        return request;
    }

    /** Raised when there is an outcome. */
    public Signal ended() {
        return ended;
    }

    /** Whether the client has its outcome, or cares for none. */
    public boolean over() {
        return response.isPresent() || failure.isPresent();
    }

    void answer(HttpResponse with) {
        if (!over()) {
            response = Optional.of(with);
            ended.raise();
        }
    }

    public void fail(HttpFailure.Cause why) {
        if (!over()) {
            failure = Optional.of(why);
            ended.raise();
        }
    }

    /** The client is gone: nobody waits for the outcome. */
    public void hangUp() {
        if (!over()) {
            failure = Optional.of(HttpFailure.Cause.ABORTED);
        }
    }

    public HttpResponse outcome() throws HttpFailure {
        if (failure.isPresent()) {
            throw new HttpFailure(failure.get());
        }
        return response.orElseThrow();
    }
}
