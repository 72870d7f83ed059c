package chat.pando.core.account;

import chat.pando.core.room.Rooms;
import chat.pando.json.JsonObject;
import chat.pando.store.GapRow;
import chat.pando.store.Jobs;
import chat.pando.store.Tables;
import chat.pando.sync.GapFiller;
import java.util.Optional;

/** The stored gaps, for the worker that fills them. */
final class StoredGaps implements GapFiller.Gaps {

    private final Tables tables;
    private final Rooms rooms;
    private final Jobs jobs;

    StoredGaps(Tables tables, Rooms rooms, Jobs jobs) {
        this.tables = tables;
        this.rooms = rooms;
        this.jobs = jobs;
    }

    @Override
    public Optional<GapRow> next() {
        return jobs.run(draft -> tables.gaps().all(draft).stream().findFirst());
    }

    @Override
    public void fill(GapRow gap, JsonObject page) {
        jobs.run(draft -> {
            rooms.fill(gap, page, draft);
            return gap;
        });
    }

    @Override
    public void giveUp(GapRow gap) {
        jobs.run(draft -> {
            rooms.giveUp(gap, draft);
            return gap;
        });
    }
}
