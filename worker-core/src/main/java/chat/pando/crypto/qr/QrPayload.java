package chat.pando.crypto.qr;

import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.StrictUtf8;
import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.json.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a verification's QR code (spec, "QR codes", "QR code format").
 *
 * @param mode          says what the keys are
 * @param transactionId the verification's, or the event id of its request
 * @param secret        random; who can tell it back has scanned the code
 */
public record QrPayload(
        QrMode mode, String transactionId, Ed25519PublicKey firstKey, Ed25519PublicKey secondKey, byte[] secret) {

    /** Shorter secrets are guessed. */
    public static final int SHORTEST_SECRET = 8;

    /** What the largest QR code holds (ISO/IEC 18004, version 40-L, byte mode). */
    static final int LONGEST = 2_953;

    private static final byte[] MAGIC = "MATRIX".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 2;
    private static final int MODE_AT = MAGIC.length + 1;
    private static final int ID_LENGTH_AT = MODE_AT + 1;
    private static final int ID_AT = ID_LENGTH_AT + 2;
    private static final int KEYS_LENGTH = 2 * Ed25519PublicKey.LENGTH;

    public QrPayload {
        int length = ID_AT + Utf8.encode(transactionId).length + KEYS_LENGTH + secret.length;
        if (transactionId.isEmpty() || secret.length < SHORTEST_SECRET || length > LONGEST) {
            throw new IllegalArgumentException("what fits into no QR code of a verification");
        }
        secret = secret.clone();
    }

    public byte[] encode() {
        byte[] id = Utf8.encode(transactionId);
        byte[] header = {VERSION, mode.code(), (byte) (id.length >> 8), (byte) id.length};
        return Bytes.concat(MAGIC, header, id, firstKey.bytes(), secondKey.bytes(), secret);
    }

    /** @throws CryptoException where the code is none of a verification, or a malformed one */
    public static QrPayload decode(byte[] code) throws CryptoException {
        require(code.length <= LONGEST, "a QR code that is too long");
        boolean ours = code.length > MODE_AT && Arrays.equals(Arrays.copyOf(code, MAGIC.length), MAGIC);
        require(ours, "a QR code that is no verification's");
        require(code[MAGIC.length] == VERSION, "a QR code of another version");
        QrMode mode = QrMode.ofCode(code[MODE_AT]).orElseThrow(() -> new CryptoException("a QR code's unknown mode"));
        require(code.length >= ID_AT, "a QR code that was cut off");
        int keysAt = ID_AT + ((code[ID_LENGTH_AT] & 0xff) << 8 | code[ID_LENGTH_AT + 1] & 0xff);
        int secretAt = keysAt + KEYS_LENGTH;
        require(keysAt > ID_AT, "a QR code without transaction");
        require(code.length >= secretAt + SHORTEST_SECRET, "a QR code that was cut off");
        return new QrPayload(
                mode,
                StrictUtf8.decode(Arrays.copyOfRange(code, ID_AT, keysAt)),
                key(code, keysAt),
                key(code, keysAt + Ed25519PublicKey.LENGTH),
                Arrays.copyOfRange(code, secretAt, code.length));
    }

    /** A copy of the secret. */
    @Override
    public byte[] secret() {
        return secret.clone();
    }

    /** Whether somebody has told the secret back ({@code m.reciprocate.v1}). */
    public boolean isSecret(byte[] told) {
        return Bytes.equalInConstantTime(secret, told);
    }

    private static Ed25519PublicKey key(byte[] code, int at) throws CryptoException {
        return new Ed25519PublicKey(Arrays.copyOfRange(code, at, at + Ed25519PublicKey.LENGTH));
    }

    private static void require(boolean holds, String refusal) throws CryptoException {
        if (!holds) {
            throw new CryptoException(refusal);
        }
    }

    @Override
    public String toString() {
        return "QrPayload[" + mode + "]";
    }
}
