package chat.pando.lab.drive.chromium;

import chat.pando.lab.drive.BrowserSocket;
import chat.pando.lab.drive.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A connection to a browser by the Chrome DevTools Protocol, over which commands go to all its targets. */
final class DevTools implements AutoCloseable {

    /** What the browser tells of its own accord. */
    record Event(String session, String method, JsonNode params) {}

    private final BrowserSocket socket;
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    DevTools(URI address) {
        socket = new BrowserSocket(
                address, answer -> answer.path("error").path("message").asString(), this::heard);
    }

    void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }

    void unlisten(Consumer<Event> listener) {
        listeners.remove(listener);
    }

    /** A command to the browser itself. */
    JsonNode send(String method, Map<String, ?> params) {
        return send("", method, params, Patience.OF_DRIVERS);
    }

    /** A command to an attached target; throws what goes wrong as a {@link chat.pando.lab.drive.DriveException}. */
    JsonNode send(String session, String method, Map<String, ?> params, Duration patience) {
        return socket.send(command(session, method, params), patience);
    }

    /** A command whose answer may never come, as when it ends its target. */
    CompletableFuture<JsonNode> sendLater(String session, String method, Map<String, ?> params) {
        return socket.sendLater(command(session, method, params));
    }

    private static ObjectNode command(String session, String method, Map<String, ?> params) {
        ObjectNode command = BrowserSocket.command(method, params);
        return session.isEmpty() ? command : command.put("sessionId", session);
    }

    @Override
    public void close() {
        socket.close();
    }

    private void heard(JsonNode message) {
        Event event = new Event(message.path("sessionId").asString(""), message.path("method").asString(),
                message.path("params"));
        listeners.forEach(listener -> listener.accept(event));
    }
}
