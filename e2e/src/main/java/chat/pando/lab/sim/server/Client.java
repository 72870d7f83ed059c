package chat.pando.lab.sim.server;

import chat.pando.store.Reads;
import java.util.Optional;

/** Who sends requests, as the wire and its laws know it. */
public interface Client {

    /** Whether there is a network for it. */
    boolean online();

    /**
     * Whether it has stood still or lost its locks, so that another one may have taken its place and it not know of it
     * yet: what it reads and asks is of no effect, and its writes are fenced.
     */
    boolean mayBeOvertaken();

    /** What it has durably stored of an account; empty where it has it not open. */
    Optional<Reads> stored(String userId);
}
