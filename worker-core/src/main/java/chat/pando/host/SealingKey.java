package chat.pando.host;

/** An AES-256-GCM key for data at rest, opaque. */
public interface SealingKey extends KeyHandle {}
