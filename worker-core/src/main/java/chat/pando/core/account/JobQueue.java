package chat.pando.core.account;

import chat.pando.host.Turns;
import chat.pando.store.Changes;
import chat.pando.store.Draft;
import chat.pando.store.Jobs;
import chat.pando.store.Store;
import chat.pando.store.StoreException;
import chat.pando.sync.Trouble;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An account's jobs, one at a time: each runs on a draft and is committed as a whole before anybody learns of it.
 *
 * <p>Where another core has taken over, or the database is gone, the queue ends for good.
 */
public final class JobQueue implements Jobs {

    private final Store store;
    private final Consumer<Changes> onCommit;
    private final Consumer<Trouble> onEnd;
    private final Turns turns = new Turns();
    private boolean over;

    /**
     * @param onCommit told of each commit before the next job begins
     * @param onEnd    told why no more jobs can run
     */
    JobQueue(Store store, Consumer<Changes> onCommit, Consumer<Trouble> onEnd) {
        this.store = store;
        this.onCommit = onCommit;
        this.onEnd = onEnd;
    }

    @Override
    public <T> T run(Function<Draft, T> job) {
        return turns.take(() -> runNow(job));
    }

    private <T> T runNow(Function<Draft, T> job) {
        if (over) {
            throw new StoreException.Closed();
        }
        try {
            Draft draft = store.draft();
            T result = job.apply(draft);
            commit(draft.changes());
            return result;
        } catch (StoreException.Fenced fenced) {
            end(Trouble.TAKEN_OVER);
            throw fenced;
        } catch (StoreException.Closed | StoreException.Lost gone) {
            end(Trouble.STORAGE_LOST);
            throw gone;
        } catch (Error death) {
            end(Trouble.INTERNAL); // it can't be known what else is broken: the person is told to reload
            throw death;
        }
    }

    /** Runs something that changes nothing between two jobs, also after the last one. */
    public void between(Runnable action) {
        turns.take(action);
    }

    /** Lets the running job finish and runs no more. */
    void close() {
        turns.take(() -> {
            over = true;
        });
    }

    private void commit(Changes changes) {
        if (!changes.isEmpty()) {
            store.commit(changes);
            onCommit.accept(changes);
        }
    }

    private void end(Trouble why) {
        over = true;
        onEnd.accept(why);
    }
}
