package chat.pando.store;

import java.util.function.Function;

/**
 * Where jobs run: one at a time, each ending in one {@link Changes} that is durable when {@link #run} returns.
 *
 * <p>So whatever the caller does next (a request, an answer to a person) leaves after it is durable (law 2).
 */
@FunctionalInterface
public interface Jobs {

    /**
     * Waits for its turn, runs the job on a draft and commits what it wrote.
     *
     * @throws StoreException where the commit failed; then nothing of the job remains
     */
    <T> T run(Function<Draft, T> job);
}
