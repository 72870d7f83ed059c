package chat.pando.crypto.sas;

import chat.pando.host.Bytes;
import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.json.Utf8;

/**
 * The secret of two ephemeral keys, and what both devices derive from it (spec, key agreement
 * {@code curve25519-hkdf-sha256}).
 */
public final class SasAgreement {

    private static final byte[] NO_SALT = {};

    private final Primitives primitives;
    private final SasTransaction transaction;
    private final SasParticipant self;
    private final byte[] secret;

    private SasAgreement(Primitives primitives, SasTransaction transaction, SasParticipant self, byte[] secret) {
        this.primitives = primitives;
        this.transaction = transaction;
        this.self = self;
        this.secret = secret;
    }

    /**
     * @param mine the ephemeral key pair of ours, whose public half is one participant's
     * @throws CryptoException where the other's key gives no secret, or is our own, sent back
     */
    public static SasAgreement of(Primitives primitives, AgreementKey mine, SasTransaction transaction)
            throws CryptoException {
        Curve25519PublicKey ours = Curve25519PublicKey.of(mine);
        boolean started = transaction.starter().key().equals(ours);
        boolean accepted = transaction.accepter().key().equals(ours);
        if (started && accepted) {
            throw new CryptoException("an ephemeral key that was sent back");
        }
        if (!started && !accepted) {
            throw new IllegalArgumentException("a key pair of neither participant");
        }
        SasParticipant self = started ? transaction.starter() : transaction.accepter();
        byte[] secret = primitives.agree(mine, transaction.other(self).key().bytes());
        return new SasAgreement(primitives, transaction, self, secret);
    }

    /** What both people compare. */
    public ShortString shortString() {
        return new ShortString(derive(transaction.shortStringInfo(), ShortString.LENGTH));
    }

    /** The codes for our keys, to be sent in {@code m.key.verification.mac}. */
    public SasMacs ours(SasMacMethod method) {
        return new SasMacs(this, method, transaction.macInfo(self));
    }

    /** The codes for the other's keys, to be compared with what was received. */
    public SasMacs theirs(SasMacMethod method) {
        return new SasMacs(this, method, transaction.macInfo(transaction.other(self)));
    }

    /** Forgets the secret: nothing is derived any more. */
    public void wipe() {
        Bytes.wipe(secret);
    }

    byte[] mac(String info, String message) {
        byte[] key = derive(info, 32);
        try {
            return primitives.hmacSha256(key, Utf8.encode(message));
        } finally {
            Bytes.wipe(key);
        }
    }

    private byte[] derive(String info, int length) {
        return primitives.hkdfSha256(secret, NO_SALT, Utf8.encode(info), length);
    }
}
