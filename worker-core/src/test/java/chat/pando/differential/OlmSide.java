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

    /** A session that a first message began, and what it said. */
    record Begun(OlmEnd end, byte[] plaintext) {}
}
