package chat.pando.lab.drive;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A WebSocket to a browser, over which commands with numbers go and their answers and events come: what the Chrome
 * DevTools Protocol and WebDriver BiDi have in common. Every answer has a time limit.
 */
public final class BrowserSocket implements AutoCloseable {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final WebSocket socket;
    private final Function<JsonNode, String> fault;
    private final Consumer<JsonNode> onEvent;
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private CompletableFuture<WebSocket> written = CompletableFuture.completedFuture(null);
    private int lastId;
    private volatile boolean gone;

    /**
     * @param fault   what went wrong, in an answer that has a member {@code error}
     * @param onEvent told what the browser tells of its own accord; it runs where answers are read, so it can't wait for
     *                any
     */
    public BrowserSocket(URI address, Function<JsonNode, String> fault, Consumer<JsonNode> onEvent) {
        this.fault = fault;
        this.onEvent = onEvent;
        socket = CLIENT.newWebSocketBuilder().buildAsync(address, new Ear())
                .orTimeout(Patience.MS, TimeUnit.MILLISECONDS).join();
    }

    /** A command without its number. */
    public static ObjectNode command(String method, Map<String, ?> params) {
        ObjectNode command = JSON.createObjectNode().put("method", method);
        command.set("params", JSON.valueToTree(params));
        return command;
    }

    /** Sends a command and waits for its answer; throws what goes wrong as a {@link DriveException}. */
    public JsonNode send(ObjectNode command, Duration patience) {
        String method = command.path("method").asString();
        try {
            return sendLater(command).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DriveException.NoAnswer(method + " was not answered within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DriveException known ? known : new DriveException(method + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriveException("Interrupted in " + method, e);
        }
    }

    /** A command whose answer may never come, as when it ends the browser. */
    public synchronized CompletableFuture<JsonNode> sendLater(ObjectNode command) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        if (gone) {
            answer.completeExceptionally(new DriveException("The browser has gone"));
            return answer;
        }
        int id = ++lastId;
        open.put(id, answer);
        String text = command.put("id", id).toString();
        written = written.thenCompose(before -> socket.sendText(text, true));
        written.exceptionally(failure -> {
            lost();
            return null;
        });
        return answer;
    }

    @Override
    public void close() {
        socket.abort();
        lost();
    }

    private void lost() {
        gone = true;
        open.values().forEach(answer -> answer.completeExceptionally(new DriveException("The browser has gone")));
        open.clear();
    }

    private void received(JsonNode message) {
        if (message.path("id").isNumber()) {
            CompletableFuture<JsonNode> answer = open.remove(message.path("id").asInt());
            if (answer != null) { // else it was given up
                answered(answer, message);
            }
        } else {
            onEvent.accept(message);
        }
    }

    private void answered(CompletableFuture<JsonNode> answer, JsonNode message) {
        if (message.has("error")) {
            answer.completeExceptionally(new DriveException(fault.apply(message)));
        } else {
            answer.complete(message.path("result"));
        }
    }

    /** Puts the pieces of messages together. */
    private final class Ear implements WebSocket.Listener {

        private final StringBuilder pieces = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            pieces.append(piece);
            if (last) {
                String whole = pieces.toString();
                pieces.setLength(0);
                received(JSON.readTree(whole));
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            lost();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            lost();
        }
    }
}
