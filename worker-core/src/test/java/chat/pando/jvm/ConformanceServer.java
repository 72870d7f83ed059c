package chat.pando.jvm;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** The server that {@code HttpConformance} talks to: each path answers in one way, well or badly. */
public final class ConformanceServer implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);

    public ConformanceServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(action -> DaemonThreads.named("conformance-server", action).start());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            allowEveryOrigin(exchange.getResponseHeaders());
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/echo" -> echo(exchange);
                case "/set-cookie" -> setCookie(exchange);
                case "/cookie" -> cookie(exchange);
                case "/redirect" -> redirect(exchange);
                case "/cut" -> cut(exchange);
                case "/never" -> awaitClosing();
                case "/endless" -> endless(exchange);
                default -> status(exchange, Integer.parseInt(path.substring("/status/".length())));
            }
        }
    }

    private static void allowEveryOrigin(Headers headers) {
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
        headers.set("Access-Control-Allow-Headers", "X-Echo, Content-Type");
        headers.set("Access-Control-Expose-Headers", "Retry-After");
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String header = exchange.getRequestHeaders().getFirst("X-Echo");
        text(exchange, 200, exchange.getRequestMethod() + " " + header + ":" + body);
    }

    private static void status(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "7");
        text(exchange, status, "status " + status);
    }

    private static void setCookie(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Set-Cookie", "crumb=1; Path=/");
        text(exchange, 200, "set");
    }

    private static void cookie(HttpExchange exchange) throws IOException {
        boolean sent = exchange.getRequestHeaders().containsKey("Cookie");
        text(exchange, 200, sent ? "cookie" : "no cookie");
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "/status/200");
        exchange.sendResponseHeaders(302, -1);
    }

    /** Promises more than it sends. */
    private static void cut(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write("a tenth".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("begun".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        awaitClosing();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
