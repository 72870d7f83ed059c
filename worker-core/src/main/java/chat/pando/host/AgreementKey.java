package chat.pando.host;

/** An X25519 key pair (RFC 7748): a readable public half and an opaque private one. */
public interface AgreementKey extends KeyHandle {

    /** The 32 bytes of the public key. */
    byte[] publicKey();
}
