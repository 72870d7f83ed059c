package chat.pando.e2e.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.e2e.law.Breach;
import chat.pando.e2e.law.Law;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy does what its rules say, and the laws see what is put on record. */
class FaultProxyTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", this::answer);
        server.start();
        proxy = new FaultProxy(URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.stop(0);
    }

    @Test
    void carriesAndRecords() throws Exception {
        assertEquals("said hello", send("PUT", "/_matrix/client/v3/rooms/!r/send/m.room.message/1", "hello"));
        Exchange exchange = proxy.traffic().matching(Requests.SEND).get(0);
        assertEquals(Exchange.Ending.ANSWERED, exchange.ending().orElseThrow());
        assertEquals(200, exchange.clientAnswer().orElseThrow().status());
    }

    @Test
    void aLostRequestNeverReachesTheServerAndALostAnswerDoes() throws Exception {
        proxy.rule(Requests.ANY, Fault.loseRequest()).times(1);
        proxy.rule(Requests.ANY, Fault.loseAnswer()).times(1);
        assertThrows(IOException.class, () -> send("PUT", "/a", ""));
        assertEquals(0, asked.get());
        assertThrows(IOException.class, () -> send("PUT", "/b", ""));
        assertEquals(1, asked.get());
        assertEquals("said ", send("PUT", "/c", ""));
    }

    @Test
    void aCutNetworkAnswersNobodyUntilItIsMended() throws Exception {
        proxy.cut();
        assertThrows(IOException.class, () -> send("PUT", "/a", ""));
        proxy.mend();
        assertEquals("said ", send("PUT", "/a", ""));
    }

    @Test
    void noticesAtOnceThatAClientHasGone() throws Exception {
        Gate gate = new Gate();
        proxy.rule(Requests.ANY, Fault.holdRequest(gate));
        try (Socket socket = new Socket("localhost", URI.create(proxy.url()).getPort())) {
            socket.getOutputStream().write("GET /sync HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            gate.awaitReached();
        }
        proxy.traffic().await(exchange -> exchange.ending().filter(Exchange.Ending.CLIENT_GONE::equals).isPresent(), 1);
        assertEquals(0, asked.get());
    }

    @Test
    void theLawsSeeTwoSyncsAtOnceTwoBodiesAndAKeyWithTwoFaces() throws Exception {
        Gate gate = new Gate();
        proxy.rule(Requests.SYNC, Fault.holdRequest(gate));
        var first = client.sendAsync(request("GET", "/sync", ""), HttpResponse.BodyHandlers.ofString());
        gate.awaitReached();
        var second = client.sendAsync(request("GET", "/sync", ""), HttpResponse.BodyHandlers.ofString());
        proxy.traffic().await(Requests.SYNC, 2);
        gate.open();
        first.join();
        second.join();
        send("PUT", "/rooms/!r/send/m.room.message/1", "one");
        send("PUT", "/rooms/!r/send/m.room.message/1", "two");
        send("POST", "/keys/upload", "{\"one_time_keys\":{\"signed_curve25519:A\":{\"key\":\"x\"}}}");
        send("POST", "/keys/upload", "{\"one_time_keys\":{\"signed_curve25519:A\":{\"key\":\"y\"}}}");
        send("POST", "/keys/upload", "{\"one_time_keys\":{\"signed_curve25519:B\":{\"key\":\"x\"}}}");

        TrafficLaws laws = new TrafficLaws(proxy.traffic());
        assertEquals(List.of(Law.SAME_BYTES_UNDER_ONE_ID, Law.ONE_TIME_KEY_ONCE, Law.ONE_TIME_KEY_ONCE,
                Law.ONE_SYNC_AT_A_TIME), laws.broken().stream().map(Breach::law).toList());
        assertEquals(List.of(), laws.broken(), "What was told once is not told again");
        assertEquals(1, laws.oneTimeKeysUploadedAgain().size());
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        return client.send(request(method, path, body), HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(proxy.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = ("said " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
