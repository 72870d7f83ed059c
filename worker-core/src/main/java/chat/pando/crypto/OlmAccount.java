package chat.pando.crypto;

import chat.pando.host.AgreementKey;
import chat.pando.host.SigningKey;

/**
 * The two long-lived key pairs that make a device: one signs, the other agrees on Olm sessions (spec, "Key algorithms";
 * "Device keys").
 */
public record OlmAccount(SigningKey signingKey, IdentityKey identity) {

    public OlmAccount(SigningKey signingKey, AgreementKey identityPair) {
        this(signingKey, new IdentityKey(identityPair));
    }

    /** The device's Ed25519 key, by which people verify it. */
    public Ed25519PublicKey fingerprintKey() {
        return Ed25519PublicKey.of(signingKey);
    }

    /** The device's Curve25519 key. */
    public Curve25519PublicKey identityKey() {
        return identity.publicKey();
    }
}
