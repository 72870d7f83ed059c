package chat.pando.core.account;

import chat.pando.core.room.Rooms;
import chat.pando.matrix.SyncResponse;
import chat.pando.store.Jobs;
import chat.pando.store.Tables;
import chat.pando.sync.SyncLoop;
import java.util.Optional;

/** Where sync responses go: each becomes one job. */
final class SyncSink implements SyncLoop.Sink {

    private final Tables tables;
    private final Rooms rooms;
    private final Jobs jobs;

    SyncSink(Tables tables, Rooms rooms, Jobs jobs) {
        this.tables = tables;
        this.rooms = rooms;
        this.jobs = jobs;
    }

    @Override
    public Optional<String> position() {
        return jobs.run(draft -> tables.meta().syncPosition(draft));
    }

    @Override
    public void take(SyncResponse response) {
        jobs.run(draft -> {
            rooms.take(response, draft);
            return response;
        });
    }

    @Override
    public void forgetPosition() {
        jobs.run(draft -> {
            tables.meta().forgetSyncPosition(draft);
            return draft;
        });
    }
}
