package chat.pando.lab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.lab.sim.browser.Browser;
import chat.pando.lab.sim.server.Homeserver;
import chat.pando.store.MemoryDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What happens to a core whose disk is set back to an earlier state, which Pando can't survive: the laws must see it. So
 * a fault of the core that sets a counter back would be seen as well.
 */
class SetBackTest {

    /** Each world goes its own way, and some see no second upload of keys after that. */
    @Test
    void aNumberOfOneTimeKeysThatIsSetBackIsSeen() {
        assertTrue(LongStream.rangeClosed(5, 9).anyMatch(SetBackTest::isSeenIn));
    }

    private static boolean isSeenIn(long seed) {
        try (World world = new World(seed)) {
            Walk walk = new Walk(world, step -> {});
            walk.begin();
            Map<String, MemoryDatabase.Backup> backups = new HashMap<>();
            eachDatabase(world, (user, database) -> backups.put(user, database.backup()));
            walk.steps(100);
            assertEquals(List.of(), world.laws().broken());
            world.browsers().forEach(Browser::kill);
            world.run(1_000);
            eachDatabase(world, (user, database) -> {
                if (backups.containsKey(user)) {
                    database.restore(backups.get(user));
                }
            });
            for (int i = 0; i < 10 && !isSeen(world); i++) {
                walk.steps(50);
            }
            return isSeen(world);
        }
    }

    private static boolean isSeen(World world) {
        return world.laws().counts().duplicateOneTimeKeys() > 0;
    }

    private static void eachDatabase(World world, BiConsumer<String, MemoryDatabase> action) {
        for (Browser browser : world.browsers()) {
            for (String person : Walk.PEOPLE) {
                String user = Homeserver.userId(person);
                if (browser.accounts().contains(user)) {
                    action.accept(browser.name() + user, browser.database(user));
                }
            }
        }
    }
}
