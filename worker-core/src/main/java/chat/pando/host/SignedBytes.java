package chat.pando.host;

/** A message with the Ed25519 signature that it claims to have. */
public record SignedBytes(byte[] message, byte[] signature) {}
