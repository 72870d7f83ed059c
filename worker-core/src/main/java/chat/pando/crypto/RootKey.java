package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The key from which each turn of the ratchet derives a new root key and a new chain (Olm specification, "Advancing the
 * Root Key").
 */
record RootKey(byte[] key) {

    private static final int LENGTH = 32;
    private static final byte[] NO_SALT = {};
    private static final byte[] START = "OLM_ROOT".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TURN = "OLM_RATCHET".getBytes(StandardCharsets.UTF_8);

    /** A root key and the chain that was derived with it. */
    record Derived(RootKey root, ChainKey chain) {}

    /** The first root key and chain of a session. */
    static Derived start(Primitives primitives, byte[] sharedSecret) {
        return split(primitives.hkdfSha256(sharedSecret, NO_SALT, START, 2 * LENGTH));
    }

    Derived turn(Primitives primitives, RatchetKey mine, RemoteRatchetKey theirs) throws CryptoException {
        byte[] secret = primitives.agree(mine.pair(), theirs.key().bytes());
        return split(primitives.hkdfSha256(secret, key, TURN, 2 * LENGTH));
    }

    private static Derived split(byte[] keys) {
        byte[] root = Arrays.copyOf(keys, LENGTH);
        byte[] chain = Arrays.copyOfRange(keys, LENGTH, keys.length);
        return new Derived(new RootKey(root), new ChainKey(chain, 0));
    }
}
