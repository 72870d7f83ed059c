package chat.pando.differential;

import chat.pando.host.CryptoException;

/** An implementation of Olm, as one party of a conversation. */
interface OlmSide {

    String identityKey();

    String fingerprintKey();

    String sign(String message);

    boolean verifies(String fingerprintKey, String message, String signature);

    /** The public half of a new one-time key. */
    String newOneTimeKey();

    OlmEnd begin(String theirIdentityKey, String theirOneTimeKey) throws CryptoException;

    Begun answer(String theirIdentityKey, Parcel first) throws CryptoException;

    /** What it decrypts, by the numbers of chains and messages. */
    default Expectation expectation() {
        return Expectation.ofStoresForEachChain();
    }

    /** Whether it can't encrypt any bytes. */
    default boolean writesTextOnly() {
        return false;
    }

    /**
     * Whether it refuses a message that was changed anywhere. Others pass over tags and versions that they don't know,
     * and over the keys in a pre-key message once a session is in use; none passes over ciphertext and MAC.
     */
    default boolean readsEveryByte() {
        return false;
    }

    /** A session that a first message began, and what it said. */
    record Begun(OlmEnd end, byte[] plaintext) {}
}
