package chat.pando.host;

/** An Ed25519 key pair (RFC 8032): a readable public half and an opaque private one. */
public interface SigningKey extends KeyHandle {

    /** The 32 bytes of the public key. */
    byte[] publicKey();
}
