package chat.pando.crypto;

import chat.pando.host.AgreementKey;

/**
 * Our own Curve25519 key pair of one turn of the ratchet (T of our parity in the Olm specification, "Advancing the root
 * key").
 */
record RatchetKey(AgreementKey pair) {

    Curve25519PublicKey publicKey() {
        return Curve25519PublicKey.of(pair);
    }
}
