package chat.pando.lab.drive.firefox;

import chat.pando.lab.drive.BrowserSocket;
import chat.pando.lab.drive.Patience;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** A connection to a browser by WebDriver BiDi. */
final class Bidi implements AutoCloseable {

    private final BrowserSocket socket;

    /** @param onEvent told method and parameters of what the browser tells of its own accord */
    Bidi(URI address, BiConsumer<String, JsonNode> onEvent) {
        socket = new BrowserSocket(
                address,
                answer -> answer.path("error").asString() + ": " + answer.path("message").asString(),
                message -> onEvent.accept(message.path("method").asString(""), message.path("params")));
    }

    JsonNode send(String method, Map<String, ?> params) {
        return socket.send(BrowserSocket.command(method, params), Patience.OF_DRIVERS);
    }

    /** A command whose answer may never come, as when it ends the browser. */
    CompletableFuture<JsonNode> sendLater(String method, Map<String, ?> params) {
        return socket.sendLater(BrowserSocket.command(method, params));
    }

    @Override
    public void close() {
        socket.close();
    }
}
