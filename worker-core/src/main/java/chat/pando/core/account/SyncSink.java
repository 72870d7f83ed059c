package chat.pando.core.account;

import chat.pando.core.room.Ephemeral;
import chat.pando.core.room.Rooms;
import chat.pando.matrix.SyncResponse;
import chat.pando.store.Jobs;
import chat.pando.store.Tables;
import chat.pando.sync.SyncLoop;
import java.util.Optional;
import java.util.function.Consumer;

/** Where sync responses go: each becomes one job. */
final class SyncSink implements SyncLoop.Sink {

    private final Tables tables;
    private final Rooms rooms;
    private final Jobs jobs;
    private final Consumer<Ephemeral> heard;

    /** @param heard told of what is for now or never, once the response is stored */
    SyncSink(Tables tables, Rooms rooms, Jobs jobs, Consumer<Ephemeral> heard) {
        this.tables = tables;
        this.rooms = rooms;
        this.jobs = jobs;
        this.heard = heard;
    }

    @Override
    public Optional<String> position() {
        return jobs.run(draft -> tables.meta().syncPosition(draft));
    }

    @Override
    public void take(SyncResponse response) {
        jobs.run(draft -> rooms.take(response, draft)).forEach(heard);
    }

    @Override
    public void forgetPosition() {
        jobs.run(draft -> {
            tables.meta().forgetSyncPosition(draft);
            return draft;
        });
    }
}
