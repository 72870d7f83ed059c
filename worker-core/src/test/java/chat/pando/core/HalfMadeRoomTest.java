package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.core.FakeHomeserver.Fault;
import chat.pando.host.HttpRequest;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.protocol.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Synapse makes a room event by event and lets /sync see it before those are invited who are to be. What its founder
 * writes by then is encrypted for them too.
 */
class HalfMadeRoomTest {

    private static final String ROOM = "!new:fake";
    private static final String CALL = "call-1";
    private static final String BOB = "@bob:fake";

    private final FakeHomeserver server = new FakeHomeserver(true);
    private final Profile profile = new Profile(server, Optional.empty());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        profile.stop();
    }

    @Test
    void whoIsToBeInvitedCanReadWhatIsWrittenBefore() {
        sayHelloInARoom(state("m.room.member", FakeHomeserver.ME, "membership", "join"));
        assertTrue(deviceListOfBobIsAskedFor());
    }

    @Test
    void whoHasDeclinedAlreadyCannot() {
        sayHelloInARoom(
                state("m.room.member", BOB, "membership", "leave"),
                state("m.room.member", FakeHomeserver.ME, "membership", "join"));
        assertFalse(deviceListOfBobIsAskedFor());
    }

    private boolean deviceListOfBobIsAskedFor() {
        return asked.stream().anyMatch(request -> request.contains("/keys/query") && request.contains(BOB));
    }

    /** The answer that the room is there is lost; /sync tells of it with these events, and no more. */
    private void sayHelloInARoom(JsonObject... members) {
        TestTab tab = SignedIn.tab(profile);
        AtomicBoolean asksForRoom = new AtomicBoolean();
        AtomicBoolean told = new AtomicBoolean();
        server.faults(request -> {
            asked.add(request.url() + request.body().orElse(""));
            if (request.url().contains("/createRoom")) {
                asksForRoom.set(true);
                return Optional.of(new Fault.Unreachable());
            }
            return isSync(request) && asksForRoom.get() && !told.getAndSet(true)
                    ? Optional.of(new Fault.Says(200, news(members))) : Optional.empty();
        });
        tab.call(CALL, new Command.CreateRoom("New", List.of(BOB), true));
        server.await("the request for a room", s -> asksForRoom.get());
        server.somebodySays("this ends the poll");
        tab.await("the room", t -> t.summary(ROOM).isPresent());
        tab.ask(new Command.SendText(ROOM, "hello"));
        server.await("the message", s -> s.messages().size() == 2);
    }

    private static boolean isSync(HttpRequest request) {
        return request.url().contains("/sync");
    }

    private static String news(JsonObject... members) {
        List<JsonObject> events = new ArrayList<>(List.of(
                state("m.room.create", "", "chat.pando.command", CALL),
                state("m.room.encryption", "", "algorithm", "m.megolm.v1.aes-sha2")));
        events.addAll(Arrays.asList(members));
        JsonObject timeline = JsonObject.builder()
                .put("events", JsonArray.of(events.toArray(JsonObject[]::new)))
                .build();
        JsonObject join = JsonObject.builder()
                .put(ROOM, JsonObject.builder().put("timeline", timeline).build())
                .build();
        return JsonObject.builder()
                .put("next_batch", "5")
                .put("rooms", JsonObject.builder().put("join", join).build())
                .build()
                .text();
    }

    private static JsonObject state(String type, String key, String name, String value) {
        return JsonObject.builder()
                .put("event_id", "$" + type + key)
                .put("sender", FakeHomeserver.ME)
                .put("type", type)
                .put("origin_server_ts", 1)
                .put("state_key", key)
                .put("content", JsonObject.builder().put(name, value).build())
                .build();
    }
}
