package chat.pando.crypto.sas;

import chat.pando.host.Bytes;
import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.json.CanonicalJson;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.json.Utf8;

/**
 * The hash by which the accepting device commits itself to its ephemeral key before it sees the other's (spec,
 * {@code m.key.verification.accept}): so nobody can try keys until the short strings agree.
 */
public final class SasCommitment {

    private final byte[] hash;

    private SasCommitment(byte[] hash) {
        this.hash = hash;
    }

    /**
     * The commitment to a key, in answer to a start.
     *
     * @param start the content of {@code m.key.verification.start}, as it was sent
     * @throws CryptoException where the content has no canonical form
     */
    public static SasCommitment to(Primitives primitives, Curve25519PublicKey key, JsonObject start)
            throws CryptoException {
        try {
            String committed = key.base64() + CanonicalJson.of(start);
            return new SasCommitment(primitives.sha256(Utf8.encode(committed)));
        } catch (JsonShapeException notCanonical) {
            throw new CryptoException("a start of verification that has no canonical form");
        }
    }

    public String base64() {
        return UnpaddedBase64.encode(hash);
    }

    /** @throws CryptoException where another key or another start was committed to */
    public void require(String commitment) throws CryptoException {
        if (!Bytes.equalInConstantTime(hash, UnpaddedBase64.decode(commitment))) {
            throw new CryptoException("an ephemeral key that was not committed to");
        }
    }
}
