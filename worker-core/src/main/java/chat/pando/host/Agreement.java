package chat.pando.host;

/** An X25519 agreement to be made between a key pair of ours and another's public key. */
public record Agreement(AgreementKey mine, byte[] theirPublicKey) {}
