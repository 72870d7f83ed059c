package chat.pando.crypto;

/** The other side's Curve25519 key of one turn of the ratchet. */
record RemoteRatchetKey(Curve25519PublicKey key) {}
