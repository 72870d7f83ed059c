package chat.pando.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.Host;
import chat.pando.jvm.JvmHost;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What lies on the disk below a sealed store, and what happens when it is damaged there. */
class SealedStoreTest {

    private static final Host HOST = JvmHost.create();

    private final MemoryDatabase database = new MemoryDatabase();
    private final List<CorruptRow> corrupt = new ArrayList<>();
    private final Store store = SealedStore.create(database.open(), HOST, corrupt::add);

    @Test
    void nothingReadableLiesOnTheDisk() {
        put(Table.TIMELINE, new Row("a", "{\"body\":\"swordfish\"}"));
        put(Table.META, new Row("token", "swordfish"));
        Disk disk = database.open();
        for (Table table : List.of(Table.TIMELINE, Table.META)) {
            for (DiskRow row : disk.scan(table, KeyRange.all(), Direction.ASCENDING, 10)) {
                assertFalse(new String(row.body(), StandardCharsets.ISO_8859_1).contains("swordfish"));
            }
        }
    }

    @Test
    void oneBodyIsNeverSealedTheSameWayTwice() {
        put(Table.TIMELINE, new Row("a", "same"));
        byte[] first = onDisk(Table.TIMELINE, "a").body();
        put(Table.TIMELINE, new Row("a", "same"));
        assertFalse(Arrays.equals(first, onDisk(Table.TIMELINE, "a").body()));
    }

    @Test
    void aDamagedRowIsNamedAndPassedOver() {
        put(Table.TIMELINE, new Row("a", "1"), new Row("b", "2"), new Row("c", "3"));
        Store damaged = afterDamage(Table.TIMELINE, "b", flipped(onDisk(Table.TIMELINE, "b").body()));
        assertEquals(List.of("a", "c"), damaged.scan(Table.TIMELINE, KeyRange.all()).stream().map(Row::key).toList());
        assertEquals(List.of(new CorruptRow(Table.TIMELINE, "b")), corrupt);
        assertTrue(damaged.get(Table.TIMELINE, "b").isEmpty());
        assertEquals(Set.of("a"), damaged.get(Table.TIMELINE, Set.of("a", "b")).keySet());
    }

    @Test
    void anEmptyOrCutRowIsDamaged() {
        put(Table.TIMELINE, new Row("a", "1"));
        assertTrue(afterDamage(Table.TIMELINE, "a", new byte[0]).get(Table.TIMELINE, "a").isEmpty());
        assertTrue(afterDamage(Table.TIMELINE, "a", new byte[20]).get(Table.TIMELINE, "a").isEmpty());
        assertEquals(2, corrupt.size());
    }

    @Test
    void aRowThatWasMovedIsDamaged() {
        put(Table.TIMELINE, new Row("a", "1"), new Row("b", "2"));
        put(Table.ROOMS, new Row("a", "3"));
        byte[] body = onDisk(Table.TIMELINE, "a").body();
        assertTrue(afterDamage(Table.TIMELINE, "b", body).get(Table.TIMELINE, "b").isEmpty());
        assertTrue(afterDamage(Table.ROOMS, "a", body).get(Table.ROOMS, "a").isEmpty());
    }

    @Test
    void aDamagedSingleRowStopsTheAccount() {
        put(Table.META, new Row("account", "1"), new Row("position", "2"));
        Store damaged = afterDamage(Table.META, "account", new byte[40]);
        StoreException.Corrupt named =
                assertThrows(StoreException.Corrupt.class, () -> damaged.get(Table.META, "account"));
        assertEquals("a stored row is damaged in meta", named.getMessage());
        assertEquals("2", damaged.get(Table.META, "position").orElseThrow().body());
    }

    @Test
    void aDamagedRowCanBeReplacedAndRemoved() {
        put(Table.TIMELINE, new Row("a", "1"));
        Store damaged = afterDamage(Table.TIMELINE, "a", new byte[0]);
        Draft draft = damaged.draft();
        draft.put(Table.TIMELINE, new Row("a", "2"));
        damaged.commit(draft.changes());
        assertEquals("2", damaged.get(Table.TIMELINE, "a").orElseThrow().body());
    }

    @Test
    void aCrashBeforeTheFirstCommitLeavesALostAccountAndOneAfterItAWholeOne() {
        database.failNextCommit(MemoryDatabase.Fault.CRASH_BEFORE_COMMIT);
        assertThrows(MemoryDatabase.Crash.class, () -> put(Table.META, new Row("account", "1")));
        assertThrows(StoreException.Lost.class, () -> SealedStore.open(database.open(), HOST, corrupt::add));

        Store again = SealedStore.create(database.open(), HOST, corrupt::add);
        database.failNextCommit(MemoryDatabase.Fault.CRASH_AFTER_COMMIT);
        Draft draft = again.draft();
        draft.put(Table.META, new Row("account", "2"));
        assertThrows(MemoryDatabase.Crash.class, () -> again.commit(draft.changes()));
        Store whole = SealedStore.open(database.open(), HOST, corrupt::add);
        assertEquals("2", whole.get(Table.META, "account").orElseThrow().body());
    }

    @Test
    void afterAFullDiskTheNextCommitBringsTheKeyAlong() {
        database.failNextCommit(MemoryDatabase.Fault.QUOTA_EXCEEDED);
        assertThrows(StoreException.QuotaExceeded.class, () -> put(Table.META, new Row("account", "1")));
        put(Table.META, new Row("account", "2"));
        Store whole = SealedStore.open(database.open(), HOST, corrupt::add);
        assertEquals("2", whole.get(Table.META, "account").orElseThrow().body());
    }

    private void put(Table table, Row... rows) {
        Draft draft = store.draft();
        for (Row row : rows) {
            draft.put(table, row);
        }
        store.commit(draft.changes());
    }

    private DiskRow onDisk(Table table, String key) {
        return database.row(table, key).orElseThrow();
    }

    /** The store, opened again after a row on the disk was overwritten. */
    private Store afterDamage(Table table, String key, byte[] body) {
        DiskRow damaged = new DiskRow(key, body, onDisk(table, key).keys());
        database.open().commit(Map.of(table, Map.of(key, Optional.of(damaged))));
        return SealedStore.open(database.open(), HOST, corrupt::add);
    }

    private static byte[] flipped(byte[] body) {
        byte[] flipped = body.clone();
        flipped[flipped.length / 2] ^= 1;
        return flipped;
    }
}
