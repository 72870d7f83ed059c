package chat.pando.jvm;

import chat.pando.host.Abort;
import chat.pando.host.Http;
import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP by the JDK's client. */
public final class JvmHttp implements Http {

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL) // as fetch does
            .connectTimeout(Duration.ofSeconds(30))
            .executor(action -> DaemonThreads.named("pando-http", action).start())
            .build();

    @Override
    public HttpResponse send(HttpRequest request, Abort abort) throws HttpFailure {
        if (abort.aborted()) {
            throw new HttpFailure(HttpFailure.Cause.ABORTED);
        }
        CompletableFuture<java.net.http.HttpResponse<String>> exchange = client.sendAsync(
                translated(request), java.net.http.HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try (Abort.Listening unused = abort.onAbort(() -> exchange.cancel(true))) {
            return translated(exchange.get(request.timeoutMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new HttpFailure(HttpFailure.Cause.TIMEOUT);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new HttpFailure(HttpFailure.Cause.ABORTED);
        } catch (CancellationException e) {
            throw new HttpFailure(HttpFailure.Cause.ABORTED);
        } catch (ExecutionException e) {
            throw new HttpFailure(abort.aborted() ? HttpFailure.Cause.ABORTED : HttpFailure.Cause.UNREACHABLE);
        }
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) throws HttpFailure {
        try {
            java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                    .method(
                            request.method(),
                            request.body()
                                    .map(java.net.http.HttpRequest.BodyPublishers::ofString)
                                    .orElseGet(java.net.http.HttpRequest.BodyPublishers::noBody));
            request.headers().forEach(builder::setHeader);
            return builder.build();
        } catch (IllegalArgumentException e) {
            // A malformed URL: fetch says no more than that it failed either.
            throw new HttpFailure(HttpFailure.Cause.UNREACHABLE);
        }
    }

    private static HttpResponse translated(java.net.http.HttpResponse<String> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new HttpResponse(response.statusCode(), headers, response.body());
    }
}
