package chat.pando.lab.sim.time;

/** A hash of everything that happened, in order: two runs with the same one were the same run. */
public final class Trace {

    private static final long PRIME = 0x100000001b3L;

    private long hash = 0xcbf29ce484222325L;

    public void add(long value) {
        hash = (hash ^ value) * PRIME;
        hash ^= hash >>> 32;
    }

    public void add(String text) {
        add(text.hashCode());
    }

    public long hash() {
        return hash;
    }
}
