package chat.pando.lab.channel;

import chat.pando.host.Abort;
import chat.pando.host.Http;
import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;

/** The network as a core has it while it lives: its death ends what is under way, and no byte leaves after it. */
final class MortalHttp implements Http {

    private final Http http;
    private final Abort death;

    MortalHttp(Http http, Abort death) {
        this.http = http;
        this.death = death;
    }

    @Override
    public HttpResponse send(HttpRequest request, Abort abort) throws HttpFailure {
        Abort either = new Abort();
        HttpResponse response;
        try (Abort.Listening asked = abort.onAbort(either::abort);
                Abort.Listening killed = death.onAbort(either::abort)) {
            response = http.send(request, either);
        }
        if (death.aborted()) {
            throw new HttpFailure(HttpFailure.Cause.ABORTED);
        }
        return response;
    }
}
