package chat.pando.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A database in memory that outlives the stores opened on it, for tests and the lab.
 *
 * <p>It fails on demand in each way a real one does: so tests can fence a store, fill the disk, close it under the core,
 * or kill the core just before or just after a commit.
 */
public final class MemoryDatabase {

    /** What the next commit meets. */
    public enum Fault {
        NONE,
        QUOTA_EXCEEDED,
        /** The core dies before anything is written. */
        CRASH_BEFORE_COMMIT,
        /** The core dies when everything is written, without learning of it. */
        CRASH_AFTER_COMMIT
    }

    /** What lay on the disk at some moment. */
    public record Backup(Map<Table, TreeMap<String, DiskRow>> tables) {}

    /** The simulated death of the core: nothing in the core may catch it. */
    public static final class Crash extends Error {

        private static final long serialVersionUID = 1;

        Crash() {
            super("the core was killed, as the test had asked");
        }
    }

    private final Map<Table, TreeMap<String, DiskRow>> tables = new EnumMap<>(Table.class);
    private long epoch;
    private long commits;
    private long opening;
    private Fault next = Fault.NONE;
    private long commitsBeforeFault;
    private boolean full;

    /** Lets the next commit, and only that, meet a fault. */
    public void failNextCommit(Fault fault) {
        failCommit(0, fault);
    }

    /** Lets so many more commits succeed, and the one after them meet a fault. */
    public synchronized void failCommit(long after, Fault fault) {
        next = fault;
        commitsBeforeFault = after;
    }

    /** Fills the disk, or frees space again: while it is full, each commit fails. */
    public synchronized void fill(boolean nowFull) {
        full = nowFull;
    }

    /** Closes whatever is open, as a browser does that evicts the site or clears its data. The rows stay. */
    public synchronized void closeAll() {
        opening++;
    }

    /** Everything that lies on the disk now. */
    public synchronized Backup backup() {
        Backup backup = new Backup(new EnumMap<>(Table.class));
        tables.forEach((table, rows) -> backup.tables.put(table, new TreeMap<>(rows)));
        return backup;
    }

    /** Sets the disk back, as nothing may ever happen to it: so that tests can see the laws broken. */
    public synchronized void restore(Backup backup) {
        tables.clear();
        backup.tables.forEach((table, rows) -> tables.put(table, new TreeMap<>(rows)));
    }

    /** How many commits were written. */
    public synchronized long commits() {
        return commits;
    }

    /** The epoch that the last opening has begun. */
    synchronized long epoch() {
        return epoch;
    }

    /** Opens this database, which begins a new epoch. */
    public synchronized Disk open() {
        epoch++;
        return new MemoryDisk(this, epoch, opening);
    }

    /** Whether a disk that was opened when the count of openings was such is still open. */
    synchronized boolean stillOpen(long openedAt) {
        return openedAt == opening;
    }

    synchronized List<DiskRow> scan(Table table, KeyRange range, Direction direction, int limit) {
        if (range.from().compareTo(range.to()) > 0) {
            return List.of();
        }
        NavigableMap<String, DiskRow> rows = rows(table).subMap(range.from(), true, range.to(), false);
        return (direction == Direction.ASCENDING ? rows : rows.descendingMap())
                .values().stream().limit(limit).toList();
    }

    synchronized Optional<DiskRow> row(Table table, String key) {
        return Optional.ofNullable(rows(table).get(key));
    }

    synchronized void commit(long writersEpoch, Map<Table, Map<String, Optional<DiskRow>>> writes) {
        if (writersEpoch != epoch) {
            throw new StoreException.Fenced();
        }
        Fault fault = dueFault();
        if (full || fault == Fault.QUOTA_EXCEEDED) {
            throw new StoreException.QuotaExceeded();
        }
        if (fault == Fault.CRASH_BEFORE_COMMIT) {
            throw new Crash();
        }
        writes.forEach((table, rows) -> rows.forEach((key, row) ->
                row.ifPresentOrElse(present -> rows(table).put(key, present), () -> rows(table).remove(key))));
        commits++;
        if (fault == Fault.CRASH_AFTER_COMMIT) {
            throw new Crash();
        }
    }

    private Fault dueFault() {
        if (commitsBeforeFault > 0) {
            commitsBeforeFault--;
            return Fault.NONE;
        }
        Fault fault = next;
        next = Fault.NONE;
        return fault;
    }

    private TreeMap<String, DiskRow> rows(Table table) {
        return tables.computeIfAbsent(table, t -> new TreeMap<>());
    }
}
