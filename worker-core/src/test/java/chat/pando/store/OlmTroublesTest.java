package chat.pando.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.crypto.Olm;
import chat.pando.crypto.OlmAccount;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.NanoJson;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The troubles with many devices are found like those with few, and without asking about each. */
class OlmTroublesTest {

    private static final UserId BOB = new UserId("@bob:example.org");
    private static final int MANY = 200;

    private final OlmTroubles troubles = new OlmTroubles(new RowReader(new NanoJson(), new SilentLog()));
    private final Draft draft = new Draft(new MemoryStore());
    private final List<Device> devices = new ArrayList<>();

    OlmTroublesTest() {
        OlmAccount keys = new Olm(new JcaPrimitives()).newAccount();
        for (int i = 0; i < MANY; i++) {
            devices.add(new Device(
                    BOB, new DeviceId("D" + i), keys.fingerprintKey(), keys.identityKey(), JsonObject.EMPTY));
        }
        troubles.put(draft, OlmTrouble.none(BOB, new DeviceId("D7")).withWedged(true));
        troubles.put(draft, OlmTrouble.none(BOB, new DeviceId("another")).withWedged(true));
        troubles.putStranger(draft, BOB, keys.identityKey());
    }

    private static final class SilentLog implements Log {

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}
    }

    @Test
    void eachOfManyDevicesHasItsOwn() {
        requireOnlySeventhWedged(troubles.get(draft, devices), MANY);
    }

    @Test
    void soHasEachOfFew() {
        requireOnlySeventhWedged(troubles.get(draft, devices.subList(5, 9)), 4);
    }

    private void requireOnlySeventhWedged(Map<Device, OlmTrouble> found, int expected) {
        assertEquals(expected, found.size());
        found.forEach((device, trouble) -> {
            assertEquals(device.id(), trouble.device());
            assertEquals(device.equals(devices.get(7)), trouble.wedged());
        });
    }

    @Test
    void manyAreNotAskedAboutOneByOne() {
        Counting counting = new Counting(draft);
        troubles.get(counting, devices);
        assertEquals(0, counting.asked);
    }

    /** What is read, and for how many keys it was asked. */
    private static final class Counting implements Reads {

        private final Reads base;
        private int asked;

        Counting(Reads base) {
            this.base = base;
        }

        @Override
        public Optional<Row> get(Table table, String key) {
            asked++;
            return base.get(table, key);
        }

        @Override
        public Map<String, Row> get(Table table, Set<String> keys) {
            asked += keys.size();
            return base.get(table, keys);
        }

        @Override
        public List<Row> scan(Table table, KeyRange range, Direction direction, int limit) {
            return base.scan(table, range, direction, limit);
        }
    }
}
