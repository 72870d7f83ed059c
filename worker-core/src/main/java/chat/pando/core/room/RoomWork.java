package chat.pando.core.room;

import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.RoomRow;
import chat.pando.store.Tables;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A room while one job changes it. */
final class RoomWork {

    final Tables tables;
    final Draft draft;
    final UserId me;
    /** The room as the job found it. */
    private final Optional<RoomRow> before;
    /** The room as the job has it by now. */
    RoomRow row;
    /** Whether the display name must be computed again. */
    boolean nameStale;
    /** Whether the device lists of everybody in the room must be followed from now on. */
    boolean newlyEncrypted;
    /** Who came, in an encrypted room. */
    final Set<UserId> arrived = new LinkedHashSet<>();
    /** Who left, in an encrypted room. */
    final Set<UserId> gone = new LinkedHashSet<>();

    RoomWork(Tables tables, Draft draft, UserId me, RoomId room) {
        this.tables = tables;
        this.draft = draft;
        this.me = me;
        this.before = tables.rooms().get(draft, room);
        this.row = before.orElseGet(() -> RoomRow.fresh(room));
    }

    RoomId room() {
        return row.id();
    }

    boolean isMine(UserId user) {
        return user.equals(me);
    }

    /** Writes the room's row where it has changed, its display name computed anew where something changed that. */
    void finish() {
        if (nameStale || row.name().isEmpty()) {
            row = row.withName(RoomName.of(row, tables.members().of(draft, room()), me));
        }
        if (!before.equals(Optional.of(row))) {
            tables.rooms().put(draft, row);
        }
    }
}
