package chat.pando.crypto;

/**
 * The other side's Curve25519 key of one turn of the ratchet (T of the other parity in the Olm specification,
 * "Advancing the root key").
 */
record RemoteRatchetKey(Curve25519PublicKey key) {}
