package chat.pando.lab.channel;

import chat.pando.host.Abort;
import chat.pando.store.StoreException;

/**
 * Something on a disk as a core has it while it lives; the disk itself outlives the core.
 *
 * @param disk  what is there, whoever lives
 * @param death after which the core has it no more
 */
record Mortal<T>(T disk, Abort death) {

    /** It, to a core that lives. */
    T living() {
        if (death.aborted()) {
            throw new StoreException.Closed();
        }
        return disk;
    }

    /** Something else on the disk that ends for the same core. */
    <U> Mortal<U> with(U other) {
        return new Mortal<>(other, death);
    }
}
