package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** People who write to each other through a key server. */
class ConversationTest {

    private final World world = new World();

    @Test
    void twoPeopleReadEachOther() {
        Client alice = world.client("@alice:test", "A1");
        Client bob = world.client("@bob:test", "B1");
        world.server.join(World.ROOM, alice.user());
        world.server.join(World.ROOM, bob.user());
        alice.say(World.ROOM, "hello");
        bob.sync();
        bob.flush();
        bob.say(World.ROOM, "hello yourself");
        alice.sync();
        bob.sync();
        assertEquals(Set.of("hello", "hello yourself"), alice.texts());
        assertEquals(Set.of("hello", "hello yourself"), bob.texts());
    }

    @Test
    void everyDeviceOfAPersonReads() {
        List<Client> clients = List.of(
                world.client("@alice:test", "A1"),
                world.client("@alice:test", "A2"),
                world.client("@bob:test", "B1"),
                world.client("@bob:test", "B2"),
                world.client("@carol:test", "C1"));
        clients.forEach(each -> world.server.join(World.ROOM, each.user()));
        for (Client each : clients) {
            each.sync();
            each.say(World.ROOM, "from " + each.device().value());
        }
        clients.forEach(Client::sync);
        for (Client each : clients) {
            assertEquals(
                    Set.of("from A1", "from A2", "from B1", "from B2", "from C1"), each.texts());
        }
    }
}
