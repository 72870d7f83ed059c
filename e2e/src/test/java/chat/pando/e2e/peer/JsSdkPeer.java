package chat.pando.e2e.peer;

import chat.pando.lab.drive.Patience;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person who uses another client: matrix-js-sdk with its Rust crypto, in a Node process of its own. */
public final class JsSdkPeer implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A message as the peer reads it. */
    public record Heard(boolean encrypted, String body) {}

    private final Process process;
    private final BufferedWriter in;
    private final List<JsonNode> told = new ArrayList<>();
    private int lastId;
    private String userId;

    private JsSdkPeer(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Creates an account and catches up. */
    public static JsSdkPeer start(URI homeserver, String username) {
        Path folder = NpmPackage.installed("js-sdk");
        try {
            Process process = new ProcessBuilder("node", "peer.mjs").directory(folder.toFile())
                    .redirectError(folder.resolve(username + ".log").toFile()).start();
            JsSdkPeer peer = new JsSdkPeer(process);
            Thread reader = new Thread(peer::read, "js-sdk-peer");
            reader.setDaemon(true);
            reader.start();
            peer.userId = peer.call("start", Map.of("homeserver", homeserver.toString(), "username", username,
                    "password", "a long password of " + username)).path("userId").asString();
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String userId() {
        return userId;
    }

    /** Makes an encrypted room and returns its id. */
    public String createRoom(String name, String invited) {
        return call("createRoom", Map.of("name", name, "invite", List.of(invited))).path("room").asString();
    }

    /** Waits for an invitation, accepts it and returns the room's id. */
    public String acceptInvitation() {
        return call("acceptInvitation", Map.of()).path("room").asString();
    }

    public void send(String room, String body) {
        call("send", Map.of("room", room, "body", body));
    }

    /** Waits for a message that says this and was decrypted. */
    public Heard hears(String body) {
        JsonNode message = await("the peer to read a message", node -> node.path("body").asString().equals(body)
                && !node.path("failed").asBoolean());
        return heard(message);
    }

    /** The messages of a room that it shows by now, in the order in which it shows them. */
    public List<Heard> timeline(String room) {
        return call("timeline", Map.of("room", room)).path("messages").valueStream().map(JsSdkPeer::heard).toList();
    }

    @Override
    public void close() {
        try {
            in.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Heard heard(JsonNode node) {
        return new Heard(node.path("encrypted").asBoolean(), node.path("body").asString());
    }

    private JsonNode call(String command, Map<String, Object> arguments) {
        int id = ++lastId;
        ObjectNode line = MAPPER.valueToTree(arguments);
        line.put("id", id).put("do", command);
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The peer has ended", e);
        }
        JsonNode answer = await("the peer to " + command, node -> node.path("id").asInt() == id);
        if (answer.has("error")) {
            throw new AssertionError("The peer couldn't " + command + ": " + answer.path("error").asString());
        }
        return answer.path("ok");
    }

    private synchronized JsonNode await(String what, Predicate<JsonNode> which) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Patience.MS);
        while (true) {
            for (JsonNode node : told) {
                if (which.test(node)) {
                    return node;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Waited " + Patience.MS + " ms for " + what + ". It told: " + told);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for " + what, e);
            }
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                JsonNode node = MAPPER.readTree(line);
                synchronized (this) {
                    told.add(node);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
