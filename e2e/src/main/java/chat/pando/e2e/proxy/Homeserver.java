package chat.pando.e2e.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The homeserver behind the proxy. */
final class Homeserver {

    /** Headers of one hop (RFC 9110, section 7.6.1), and the one that would have bodies compressed. */
    private static final Set<String> NOT_CARRIED = Set.of("connection", "content-length", "host", "transfer-encoding",
            "upgrade", "keep-alive", "te", "trailer", "expect", "accept-encoding", "http2-settings");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String proxy;

    Homeserver(URI base, String proxy) {
        this.base = base;
        this.proxy = proxy;
    }

    WireAnswer ask(WireRequest request) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(request.target()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().stream().filter(header -> carried(header.getKey()))
                .forEach(header -> builder.header(header.getKey(), header.getValue()));
        HttpResponse<byte[]> response = client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        response.headers().map().forEach((name, values) -> {
            if (carried(name)) {
                values.forEach(value -> headers.add(Map.entry(name, value)));
            }
        });
        return new WireAnswer(response.statusCode(), headers, body(request, response.body()));
    }

    private static boolean carried(String header) {
        return !NOT_CARRIED.contains(header.toLowerCase());
    }

    /** A server's own address, where it tells one, is replaced by the proxy's: a client must not get round it. */
    private byte[] body(WireRequest request, byte[] body) {
        if (!request.path().endsWith("/.well-known/matrix/client")) {
            return body;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return text.replaceAll("(\"base_url\"\\s*:\\s*\")[^\"]*", "$1" + proxy).getBytes(StandardCharsets.UTF_8);
    }
}
