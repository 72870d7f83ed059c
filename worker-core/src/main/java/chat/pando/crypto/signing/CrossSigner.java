package chat.pando.crypto.signing;

import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;
import chat.pando.json.JsonObject;

/** Signs as one user with that user's cross-signing keys (spec, "Cross-signing", "Key and signature security"). */
public final class CrossSigner {

    private final Primitives primitives;
    private final String userId;

    public CrossSigner(Primitives primitives, String userId) {
        this.primitives = primitives;
        this.userId = userId;
    }

    /** The public half of a new master key; nothing above it signs it, though a device may. */
    public CrossSigningKey master(SigningKey master) {
        return CrossSigningKey.of(KeyUsage.MASTER, userId, Ed25519PublicKey.of(master));
    }

    /** The public half of a new self-signing or user-signing key, signed by the master key. */
    public CrossSigningKey subordinate(KeyUsage usage, SigningKey key, SigningKey master) {
        if (usage == KeyUsage.MASTER) {
            throw new IllegalArgumentException("a master key stands on its own");
        }
        CrossSigningKey unsigned = CrossSigningKey.of(usage, userId, Ed25519PublicKey.of(key));
        return unsigned.with(signed(unsigned.json(), master));
    }

    /** A device's keys with the self-signing key's signature. */
    public JsonObject device(JsonObject deviceKeys, SigningKey selfSigning) {
        return signed(deviceKeys, selfSigning);
    }

    /** Another person's master key with our user-signing key's signature. */
    public CrossSigningKey verified(CrossSigningKey theirMaster, SigningKey userSigning) {
        return theirMaster.with(signed(theirMaster.json(), userSigning));
    }

    private JsonObject signed(JsonObject object, SigningKey key) {
        String keyId = CrossSigningKey.keyId(Ed25519PublicKey.of(key));
        return SignedJson.sign(primitives, object, userId, keyId, key);
    }
}
