package chat.pando.crypto;

import chat.pando.host.Primitives;
import java.util.List;

/**
 * The key of a chain at one index: it yields that index's message key, and the chain key of the next (Olm
 * specification, "Creating a message key", "Advancing the chain key").
 */
record ChainKey(byte[] key, long index) {

    private static final byte[] MESSAGE_KEY_SEED = {1};
    private static final byte[] NEXT_CHAIN_KEY_SEED = {2};

    /** A message key, and the chain after it. */
    record Step(byte[] messageKey, ChainKey next) {}

    Step step(Primitives primitives) {
        List<byte[]> keys = primitives.hmacSha256(key, List.of(MESSAGE_KEY_SEED, NEXT_CHAIN_KEY_SEED));
        return new Step(keys.get(0), new ChainKey(keys.get(1), index + 1));
    }

    /** The next chain key, where this index's message key is not wanted. */
    ChainKey skip(Primitives primitives) {
        return new ChainKey(primitives.hmacSha256(key, NEXT_CHAIN_KEY_SEED), index + 1);
    }
}
