package chat.pando.core.room;

import chat.pando.channel.Outbox;
import chat.pando.channel.segment.Segmentation;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.Position;
import chat.pando.store.RoomRow;
import chat.pando.store.Tables;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A room while one job changes it. */
final class RoomWork {

    final Tables tables;
    final Outbox outbox;
    final Segmentation segmentation;
    final Draft draft;
    final UserId me;
    final RoomOrder order;
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
    /** Whose membership the server has told, whatever it is. */
    final Set<UserId> seen = new LinkedHashSet<>();

    RoomWork(RoomWorks works, Draft draft, RoomId room) {
        this.tables = works.tables();
        this.outbox = works.outbox();
        this.segmentation = works.segmentation();
        this.draft = draft;
        this.me = works.me();
        this.before = tables.rooms().get(draft, room);
        this.row = before.orElseGet(() -> RoomRow.fresh(room));
        this.order = new RoomOrder(this, works.channels());
    }

    RoomId room() {
        return row.id();
    }

    boolean isMine(UserId user) {
        return user.equals(me);
    }

    /** The place behind all others of the timeline, for what comes next. */
    Position append() {
        row = row.withEnds(row.ends().appended());
        return row.ends().last();
    }

    /** Writes the room's row where it has changed, its display name computed anew where something changed that. */
    void finish() {
        order.store();
        if (nameStale || row.name().isEmpty()) {
            row = row.withName(RoomName.of(row, tables.members().of(draft, room()), me));
        }
        if (!before.equals(Optional.of(row))) {
            tables.rooms().put(draft, row);
        }
        if (!seen.isEmpty()) {
            Founding.seen(seen, row, tables, draft);
        }
    }
}
