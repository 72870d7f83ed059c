package chat.pando.crypto;

import chat.pando.host.AgreementKey;

/**
 * Our own long-lived Curve25519 key pair, which names the device in Olm (I in the Olm specification, "Initial setup").
 */
public record IdentityKey(AgreementKey pair) {

    public Curve25519PublicKey publicKey() {
        return Curve25519PublicKey.of(pair);
    }
}
