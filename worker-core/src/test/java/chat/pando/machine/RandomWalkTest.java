package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.json.JsonObject;
import chat.pando.store.KeyRange;
import chat.pando.store.MemoryDatabase.Fault;
import chat.pando.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A thousand random steps of several clients, of which any may die at any point and any answer may be lost. The server
 * watches laws 2, 4 and 5 at each step; in the end every device can read exactly what it is entitled to.
 *
 * <p>A failure names its seed, and the seed alone decides the walk.
 */
class RandomWalkTest {

    private static final int STEPS = 1_000;

    private final World world = new World();
    private final List<Client> clients = new ArrayList<>();
    private Random random = new Random(0);

    private void begin(long seed) {
        random = new Random(seed);
        for (String name : List.of("alice A1", "alice A2", "bob B1", "carol C1", "dave D1")) {
            String[] parts = name.split(" ");
            clients.add(world.client("@" + parts[0] + ":test", parts[1]));
        }
        world.meet(clients.toArray(Client[]::new));
        world.sync(clients.toArray(Client[]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyEntitledDeviceReadsEverythingInTheEnd(long seed) {
        begin(seed);
        clients.forEach(client -> client.rotateAfter(7));
        for (int step = 0; step < STEPS; step++) {
            int choice = random.nextInt(100);
            if (choice < 2) {
                comeOrGo();
            } else if (choice == 2 && clients.size() < 8) {
                logIn("L" + step);
            } else {
                step(any(), choice);
            }
        }
        settle();
        checkReaders(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void lostOlmSessionsHeal(long seed) {
        begin(seed);
        clients.forEach(client -> client.rotateAfter(12));
        for (int step = 0; step < STEPS; step++) {
            int choice = random.nextInt(100);
            if (choice < 3) {
                loseSessions(any());
            } else {
                step(any(), choice);
            }
        }
        settle();
        checkReaders(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void lostRoomKeysHeal(long seed) {
        begin(seed);
        clients.forEach(client -> client.rotateAfter(30));
        for (int step = 0; step < STEPS; step++) {
            int choice = random.nextInt(100);
            if (choice < 3) {
                Client unlucky = any();
                world.server.emptyInbox(unlucky.user(), unlucky.device());
            } else {
                step(any(), choice);
            }
        }
        settle();
        checkReaders(seed);
    }

    private Client any() {
        return clients.get(random.nextInt(clients.size()));
    }

    private void step(Client client, int choice) {
        if (choice < 15) {
            if (world.server.members(World.ROOM).contains(client.user())) {
                client.write(World.ROOM, client.device().value() + " " + random.nextLong());
            }
        } else if (choice < 40) {
            withFault(client, () -> push(client));
        } else if (choice < 65) {
            withFault(client, () -> exchange(client));
        } else if (choice < 85) {
            withFault(client, client::sync);
        } else if (choice < 90) {
            client.restart();
        } else if (choice < 97) {
            world.clock.advance(random.nextInt(20) * World.MINUTE);
        } else {
            world.server.dropOneTimeKeys(client.user(), client.device());
        }
    }

    private void push(Client client) {
        if (world.server.members(World.ROOM).contains(client.user())) {
            client.push();
        }
    }

    /** One request in ten is answered in vain, one in five overtakes those before it. */
    private void exchange(Client client) {
        List<OutgoingRequest> outgoing = client.outgoing();
        if (outgoing.isEmpty()) {
            return;
        }
        OutgoingRequest request = outgoing.get(random.nextInt(5) == 0 ? random.nextInt(outgoing.size()) : 0);
        if (random.nextInt(10) == 0) {
            client.sendInVain(request);
        } else {
            client.exchange(request);
        }
    }

    private void withFault(Client client, Runnable work) {
        int chance = random.nextInt(20);
        if (chance == 0) {
            client.database().failNextCommit(Fault.CRASH_BEFORE_COMMIT);
        } else if (chance == 1) {
            client.database().failNextCommit(Fault.CRASH_AFTER_COMMIT);
        }
        client.survive(work);
        client.database().failNextCommit(Fault.NONE);
    }

    /** Dave leaves, or comes back. */
    private void comeOrGo() {
        Client dave = clients.get(4);
        if (world.server.members(World.ROOM).contains(dave.user())) {
            world.server.leave(World.ROOM, dave.user());
        } else {
            world.server.join(World.ROOM, dave.user());
        }
    }

    private void logIn(String device) {
        clients.add(world.client("@bob:test", device));
    }

    private void loseSessions(Client client) {
        client.does(draft -> draft.scan(Table.OLM_SESSIONS, KeyRange.all())
                .forEach(row -> draft.delete(Table.OLM_SESSIONS, row.key())));
    }

    /** All that is under way arrives, and time heals the rest. */
    private void settle() {
        world.server.join(World.ROOM, clients.get(4).user());
        for (int round = 0; round < 10; round++) {
            for (Client client : clients) {
                for (int i = 0; i < 100 && client.waiting() > 0; i++) {
                    client.push();
                    client.flush();
                }
                client.sync();
                client.flush();
            }
            world.clock.advance(2 * World.HOUR);
        }
        clients.forEach(client -> assertEquals(0, client.waiting()));
    }

    private void checkReaders(long seed) {
        List<JsonObject> events = world.server.events(World.ROOM);
        for (JsonObject event : events) {
            String id = event.requireString("event_id");
            Set<DeviceName> entitled = entitled(id);
            for (Client client : clients) {
                boolean reads = client.decrypt(World.ROOM, event) instanceof Decryption.Decrypted;
                boolean may = entitled.contains(new DeviceName(client.user(), client.device()));
                assertEquals(may, reads, "seed " + seed + ", " + client.device().value() + " and " + id);
            }
        }
    }

    private Set<DeviceName> entitled(String event) {
        return clients.stream()
                .map(Client::entitled)
                .map(Map::entrySet)
                .flatMap(Set::stream)
                .filter(entry -> entry.getKey().equals(event))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
