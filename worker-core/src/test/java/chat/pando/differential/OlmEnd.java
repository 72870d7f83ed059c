package chat.pando.differential;

import chat.pando.host.CryptoException;

/** One end of an Olm session. It changes with each message, and stays as it was where it refuses one. */
interface OlmEnd {

    String sessionId();

    Parcel encrypt(byte[] plaintext) throws CryptoException;

    byte[] decrypt(Parcel parcel) throws CryptoException;

    /** Stores the session and reads it back. */
    void reload() throws CryptoException;
}
