package chat.pando.crypto.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.host.CryptoException;
import chat.pando.jvm.JcaPrimitives;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QrPayloadTest {

    private static final byte[] SECRET = "12345678".getBytes(StandardCharsets.US_ASCII);

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final Ed25519PublicKey first = Ed25519PublicKey.of(primitives.newSigningKey());
    private final Ed25519PublicKey second = Ed25519PublicKey.of(primitives.newSigningKey());

    @Test
    void everyModeComesBack() throws CryptoException {
        for (QrMode mode : QrMode.values()) {
            for (String id : new String[] {"t", "$\u00e4\ud83d\udd11", "x".repeat(300)}) {
                QrPayload read = QrPayload.decode(payload(mode, id, SECRET).encode());
                assertEquals(mode, read.mode());
                assertEquals(id, read.transactionId());
                assertEquals(first, read.firstKey());
                assertEquals(second, read.secondKey());
                assertArrayEquals(SECRET, read.secret());
            }
        }
    }

    @Test
    void theSecretIsWhatIsLeft() throws CryptoException {
        byte[] longer = new byte[100];
        assertArrayEquals(longer, QrPayload.decode(payload(QrMode.OTHER_USER, "t", longer).encode()).secret());
        QrPayload payload = payload(QrMode.OTHER_USER, "t", SECRET);
        assertTrue(payload.isSecret(SECRET));
        assertFalse(payload.isSecret(longer));
        assertFalse(payload.isSecret("12345679".getBytes(StandardCharsets.US_ASCII)));
        Arrays.fill(payload.secret(), (byte) 0);
        assertTrue(payload.isSecret(SECRET));
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] code = payload(QrMode.SELF_TRUSTING, "transaction", SECRET).encode();
        for (int length = 0; length < code.length; length++) {
            byte[] cut = Arrays.copyOf(code, length);
            refused(cut);
        }
    }

    @Test
    void whatIsNoVerificationIsRefused() {
        byte[] code = payload(QrMode.SELF_TRUSTING, "transaction", SECRET).encode();
        for (int at = 0; at < 7; at++) {
            refused(with(code, at, code[at] ^ 1));
        }
        for (int mode : new int[] {3, 4, 0x7f, 0x80, 0xff}) {
            refused(with(code, 7, mode));
        }
        refused(with(code, 8, 1));
        refused(with(code, 9, 0));
        refused(with(code, 10, 0xff));
        refused(Arrays.copyOf(code, QrPayload.LONGEST + 1));
    }

    @Test
    void codesAreAsLongAsCodesCanBe() throws CryptoException {
        byte[] longest = new byte[QrPayload.LONGEST - 10 - 1 - 64];
        assertEquals(QrPayload.LONGEST, payload(QrMode.OTHER_USER, "t", longest).encode().length);
        QrPayload.decode(payload(QrMode.OTHER_USER, "t", longest).encode());
        byte[] tooLong = new byte[longest.length + 1];
        assertThrows(IllegalArgumentException.class, () -> payload(QrMode.OTHER_USER, "t", tooLong));
        assertThrows(IllegalArgumentException.class, () -> payload(QrMode.OTHER_USER, "", SECRET));
        assertThrows(IllegalArgumentException.class, () -> payload(QrMode.OTHER_USER, "t", new byte[7]));
    }

    private QrPayload payload(QrMode mode, String id, byte[] secret) {
        return new QrPayload(mode, id, first, second, secret);
    }

    private static byte[] with(byte[] code, int at, int value) {
        byte[] changed = code.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static void refused(byte[] code) {
        assertThrows(CryptoException.class, () -> QrPayload.decode(code));
    }
}
