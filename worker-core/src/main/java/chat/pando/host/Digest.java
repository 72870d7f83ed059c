package chat.pando.host;

/** A hash that is fed piece by piece, for what is too large to be in memory at once. Used once, by one thread. */
public interface Digest {

    void update(byte[] bytes);

    /** The hash of all that came; nothing comes after it. */
    byte[] finish();
}
