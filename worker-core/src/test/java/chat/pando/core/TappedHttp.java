package chat.pando.core;

import chat.pando.host.Abort;
import chat.pando.host.Http;
import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** The network as one core uses it: counts what leaves. */
final class TappedHttp implements Http {

    private final Http beyond;
    private final AtomicInteger sent = new AtomicInteger();

    TappedHttp(Http beyond) {
        this.beyond = beyond;
    }

    /** How many requests have left. */
    int sent() {
        return sent.get();
    }

    @Override
    public HttpResponse send(HttpRequest request, Abort abort) throws HttpFailure {
        sent.incrementAndGet();
        return beyond.send(request, abort);
    }
}
