package chat.pando.bench;

import chat.pando.host.CryptoException;

/** Something that is timed. */
public interface Measure {

    /** Prepares one repetition with so many things; this is not timed. */
    Run prepare(int size) throws CryptoException;

    /** What is timed. */
    interface Run {

        boolean comesOutRight() throws CryptoException;
    }
}
