package chat.pando.sync;

import chat.pando.host.Clock;
import chat.pando.host.Entropy;
import chat.pando.store.Draft;
import chat.pando.store.Jobs;
import chat.pando.store.StoreException;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The jobs of a worker whose result must not be lost: while the disk is full or the database refuses they are tried again.
 */
public final class PatientJobs implements Jobs {

    private final Jobs jobs;
    private final Patience patience;

    public PatientJobs(Jobs jobs, Supervisor supervisor, Clock clock, Entropy entropy) {
        this.jobs = jobs;
        this.patience = new Patience(clock, entropy, supervisor);
    }

    /** @throws Ended where the store is gone or another core has it */
    @Override
    public <T> T run(Function<Draft, T> job) {
        while (true) {
            try {
                T result = jobs.run(job);
                patience.reset();
                return result;
            } catch (StoreException.QuotaExceeded | StoreException.Failed passing) {
                patience.rest(OptionalLong.empty());
                patience.requireOpen();
            } catch (StoreException over) {
                throw new Ended();
            }
        }
    }
}
