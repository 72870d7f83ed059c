package chat.pando.conformance;

import chat.pando.host.Abort;
import chat.pando.host.Http;
import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;
import chat.pando.host.Tasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What {@link Http} promises, against a server that does what each path asks for. */
public final class HttpConformance implements Conformance {

    private static final long LONG = 20_000;

    private final Http http;
    private final Tasks tasks;
    private final String server;

    /** @param server the base URL of a conformance server, which allows every origin */
    public HttpConformance(Http http, Tasks tasks, String server) {
        this.http = http;
        this.tasks = tasks;
        this.server = server;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("GET, PUT, POST and DELETE reach the server as they are", this::methods),
                new Case("any text travels both ways", this::texts),
                new Case("every status is an answer", this::statuses),
                new Case("names of answered headers are in lower case", this::headers),
                new Case("no cookies are kept", this::cookies),
                new Case("a redirect is followed", this::redirect),
                new Case("a refused connection is unreachable", this::refused),
                new Case("a connection cut in the answer is unreachable", this::cut),
                new Case("a malformed URL is unreachable", this::malformedUrl),
                new Case("an answer that does not come times out", this::timeout),
                new Case("an answer that does not end times out", this::timeoutInBody),
                new Case("an abort ends the wait", this::aborted),
                new Case("after an abort nothing is sent", this::abortedBefore),
                new Case("one abort serves many exchanges", this::abortServesMany),
                new Case("many exchanges at once", this::many));
    }

    private void methods() throws HttpFailure {
        Check.equal("GET text:", exchange("GET", "/echo", Optional.empty()).body());
        for (String method : List.of("PUT", "POST", "DELETE")) {
            Check.equal(method + " text:{}", exchange(method, "/echo", Optional.of("{}")).body());
        }
    }

    private void texts() throws HttpFailure {
        for (String text : List.of("", "grüße \ud83c\udf33 \u0000", "x".repeat(1_000_000))) {
            Check.equal("PUT text:" + text, exchange("PUT", "/echo", Optional.of(text)).body());
        }
    }

    private void statuses() throws HttpFailure {
        for (int status : new int[] {200, 201, 400, 401, 403, 404, 413, 429, 500, 502}) {
            HttpResponse response = exchange("GET", "/status/" + status, Optional.empty());
            Check.equal(status, response.status());
            Check.equal("status " + status, response.body());
        }
    }

    private void headers() throws HttpFailure {
        HttpResponse response = exchange("GET", "/status/429", Optional.empty());
        Check.equal("7", response.headers().get("retry-after"));
        Check.that(response.headers().get("content-type").startsWith("text/plain"), "a content type");
    }

    private void cookies() throws HttpFailure {
        exchange("GET", "/set-cookie", Optional.empty());
        Check.equal("no cookie", exchange("GET", "/cookie", Optional.empty()).body());
    }

    private void redirect() throws HttpFailure {
        Check.equal("status 200", exchange("GET", "/redirect", Optional.empty()).body());
    }

    private void refused() {
        fails(HttpFailure.Cause.UNREACHABLE, request("http://localhost:1/", LONG));
    }

    private void cut() {
        fails(HttpFailure.Cause.UNREACHABLE, request(server + "/cut", LONG));
    }

    private void malformedUrl() {
        fails(HttpFailure.Cause.UNREACHABLE, request("http://", LONG));
        fails(HttpFailure.Cause.UNREACHABLE, request("nonsense://x", LONG));
    }

    private void timeout() {
        fails(HttpFailure.Cause.TIMEOUT, request(server + "/never", 100));
    }

    private void timeoutInBody() {
        fails(HttpFailure.Cause.TIMEOUT, request(server + "/endless", 300));
    }

    private void aborted() throws InterruptedException {
        Abort abort = new Abort();
        List<HttpFailure.Cause> causes = Collections.synchronizedList(new ArrayList<>());
        Latch ended = new Latch(1);
        tasks.start("aborted exchange", () -> {
            try {
                http.send(request(server + "/never", LONG), abort);
            } catch (HttpFailure failure) {
                causes.add(failure.kind());
            }
            ended.countDown();
        });
        abort.abort();
        ended.await("the end of the exchange");
        Check.equal(List.of(HttpFailure.Cause.ABORTED), causes);
    }

    private void abortedBefore() {
        Abort abort = new Abort();
        abort.abort();
        HttpFailure failure =
                Check.throwsA(HttpFailure.class, () -> http.send(request(server + "/status/200", LONG), abort));
        Check.equal(HttpFailure.Cause.ABORTED, failure.kind());
    }

    private void abortServesMany() throws HttpFailure {
        Abort abort = new Abort();
        for (int i = 0; i < 3; i++) {
            Check.equal(200, http.send(request(server + "/status/200", LONG), abort).status());
        }
        abort.abort();
        Check.throwsA(HttpFailure.class, () -> http.send(request(server + "/status/200", LONG), abort));
    }

    private void many() {
        List<Supplier<Integer>> exchanges = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            exchanges.add(() -> {
                try {
                    return exchange("GET", "/status/200", Optional.empty()).status();
                } catch (HttpFailure failure) {
                    throw new IllegalStateException(failure);
                }
            });
        }
        Check.equal(Collections.nCopies(30, 200), tasks.all(exchanges));
    }

    private HttpResponse exchange(String method, String path, Optional<String> body) throws HttpFailure {
        Map<String, String> headers = Map.of("X-Echo", "text");
        return http.send(new HttpRequest(method, server + path, headers, body, LONG), new Abort());
    }

    private static HttpRequest request(String url, long timeoutMillis) {
        return new HttpRequest("GET", url, Map.of(), Optional.empty(), timeoutMillis);
    }

    private void fails(HttpFailure.Cause cause, HttpRequest request) {
        HttpFailure failure = Check.throwsA(HttpFailure.class, () -> http.send(request, new Abort()));
        Check.equal(cause, failure.kind());
    }
}
