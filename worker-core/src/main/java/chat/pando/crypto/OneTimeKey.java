package chat.pando.crypto;

import chat.pando.host.AgreementKey;

/**
 * One of our own Curve25519 key pairs that another device claims to begin a session with us: a one-time key, or a
 * fallback key.
 *
 * @param keyId names the key on the server
 */
public record OneTimeKey(String keyId, AgreementKey pair) {

    private static final int ID_LENGTH = 11;
    private static final int ID_RADIX_BITS = 5;
    private static final String ID_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

    public Curve25519PublicKey publicKey() {
        return Curve25519PublicKey.of(pair);
    }

    /**
     * The id of the n-th key that a device makes, n ≥ 0.
     *
     * <p>Servers hand keys out in the order of upload, and some sort them by id (MSC4225): so ids sort as their
     * numbers, also where the database ignores case.
     */
    public static String idOf(long number) {
        if (number < 0 || number >> ID_LENGTH * ID_RADIX_BITS != 0) {
            throw new IllegalArgumentException("a key's number is out of range");
        }
        char[] id = new char[ID_LENGTH];
        long rest = number;
        for (int i = ID_LENGTH - 1; i >= 0; i--) {
            id[i] = ID_DIGITS.charAt((int) (rest & (1 << ID_RADIX_BITS) - 1));
            rest >>= ID_RADIX_BITS;
        }
        return new String(id);
    }
}
