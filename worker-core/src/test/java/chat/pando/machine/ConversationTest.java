package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.jvm.ManualClock;
import chat.pando.matrix.RoomId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** People who write to each other through a key server. */
class ConversationTest {

    private static final RoomId ROOM = new RoomId("!room:test");

    private final ManualClock clock = new ManualClock(1_700_000_000_000L);
    private final KeyServer server = new KeyServer();

    private Client client(String user, String device) {
        Client client = new Client(server, clock, user, device);
        client.flush();
        return client;
    }

    @Test
    void twoPeopleReadEachOther() {
        Client alice = client("@alice:test", "A1");
        Client bob = client("@bob:test", "B1");
        server.join(ROOM, alice.user());
        server.join(ROOM, bob.user());
        alice.say(ROOM, "hello");
        bob.sync();
        bob.flush();
        bob.say(ROOM, "hello yourself");
        alice.sync();
        bob.sync();
        assertEquals(Set.of("hello", "hello yourself"), alice.texts());
        assertEquals(Set.of("hello", "hello yourself"), bob.texts());
    }

    @Test
    void everyDeviceOfAPersonReads() {
        List<Client> clients = List.of(
                client("@alice:test", "A1"),
                client("@alice:test", "A2"),
                client("@bob:test", "B1"),
                client("@bob:test", "B2"),
                client("@carol:test", "C1"));
        clients.forEach(each -> server.join(ROOM, each.user()));
        for (Client each : clients) {
            each.sync();
            each.say(ROOM, "from " + each.device().value());
        }
        clients.forEach(Client::sync);
        for (Client each : clients) {
            assertEquals(
                    Set.of("from A1", "from A2", "from B1", "from B2", "from C1"), each.texts());
        }
    }
}
