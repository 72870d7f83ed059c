package chat.pando.e2e.peer;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Somebody with another client, in a room of theirs that is not encrypted, who says much in little time. */
public final class Speaker {

    private static final int AT_ONCE = 8;

    private final MatrixSession session;
    private final String room;

    private Speaker(MatrixSession session, String room) {
        this.session = session;
        this.room = room;
    }

    /** Makes a new account, and a room of this name to which somebody is invited. */
    public static Speaker inviting(URI homeserver, String userId, String roomName) {
        String username = "speaker-" + Long.toString(System.nanoTime(), 36);
        MatrixSession session = MatrixSession.register(homeserver, username, "a long password of " + username);
        String room = session.post("/createRoom", Map.of("name", roomName, "invite", List.of(userId),
                "preset", "private_chat")).path("room_id").asString();
        return new Speaker(session, room);
    }

    public String room() {
        return room;
    }

    public void say(String text) {
        session.put("/rooms/" + MatrixSession.encode(room) + "/send/m.room.message/" + MatrixSession.encode(text),
                Map.of("msgtype", "m.text", "body", text));
    }

    /** Says so many things, several at once: each once, in no particular order. */
    public void burst(String what, int count) {
        List<Thread> voices = IntStream.range(0, AT_ONCE).mapToObj(voice -> new Thread(() -> {
            for (int i = voice; i < count; i += AT_ONCE) {
                say(what + " " + i);
            }
        })).toList();
        voices.forEach(Thread::start);
        for (Thread voice : voices) {
            join(voice);
        }
    }

    /** The ids of the room's messages, in the server's order. */
    public List<String> messages() {
        return session.events(room).stream()
                .filter(event -> event.path("type").asString().equals("m.room.message"))
                .map(event -> event.path("event_id").asString())
                .toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while speaking", e);
        }
    }
}
