package chat.pando.crypto.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.host.Entropy;
import chat.pando.json.JsonObject;
import chat.pando.json.Utf8;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttachmentTest {

    private static final byte[] FILE = Utf8.encode("a file of some length, which is not that of a block");

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final Entropy entropy = new JvmEntropy();

    @Test
    void theCounterBeginsWithZerosAndNoTwoFilesShareAKey() throws CryptoException {
        JsonObject one = SmallAttachment.encrypt(primitives, entropy, FILE).key().toJson();
        JsonObject other = SmallAttachment.encrypt(primitives, entropy, FILE).key().toJson();
        byte[] counter = UnpaddedBase64.decode(one.requireString("iv"));
        assertEquals(16, counter.length);
        assertArrayEquals(new byte[8], Arrays.copyOfRange(counter, 8, 16));
        assertFalse(Arrays.equals(new byte[8], Arrays.copyOf(counter, 8)));
        assertNotEquals(one.requireString("iv"), other.requireString("iv"));
        assertNotEquals(one.at("key").requireString("k"), other.at("key").requireString("k"));
    }

    @Test
    void theJsonIsThatOfTheSpec() {
        JsonObject json = SmallAttachment.encrypt(primitives, entropy, FILE).key().toJson();
        assertEquals(Set.of("v", "key", "iv", "hashes"), json.names());
        JsonObject key = json.at("key");
        assertEquals(Set.of("kty", "key_ops", "alg", "k", "ext"), key.names());
        assertEquals("v2", json.requireString("v"));
        assertEquals("oct", key.requireString("kty"));
        assertEquals("A256CTR", key.requireString("alg"));
        assertTrue(key.requireBool("ext"));
        assertEquals(2, key.requireArray("key_ops").size());
        assertFalse(key.requireString("k").matches(".*[+/=].*"));
    }

    @Test
    void whatWasChangedIsNeverDecrypted() throws CryptoException {
        SmallAttachment sealed = SmallAttachment.encrypt(primitives, entropy, FILE);
        assertArrayEquals(FILE, sealed.decrypt(primitives));
        for (int at = 0; at < FILE.length; at++) {
            byte[] changed = sealed.ciphertext().clone();
            changed[at] ^= 1;
            SmallAttachment forged = new SmallAttachment(sealed.key(), changed);
            assertThrows(CryptoException.class, () -> forged.decrypt(primitives));
            SmallAttachment cut = new SmallAttachment(sealed.key(), Arrays.copyOf(sealed.ciphertext(), at));
            assertThrows(CryptoException.class, () -> cut.decrypt(primitives));
            AttachmentCheck check = new AttachmentCheck(primitives, sealed.key());
            check.read(changed);
            assertThrows(CryptoException.class, check::finish);
        }
    }

    @Test
    void theSecondReadingIsAsLongAsTheFirst() throws CryptoException {
        SmallAttachment sealed = SmallAttachment.encrypt(primitives, entropy, FILE);
        AttachmentCheck check = new AttachmentCheck(primitives, sealed.key());
        check.read(Arrays.copyOf(sealed.ciphertext(), 5));
        check.read(Arrays.copyOfRange(sealed.ciphertext(), 5, FILE.length));
        AttachmentDecryption decryption = check.finish();
        assertThrows(CryptoException.class, decryption::finish);
        byte[] tooLong = new byte[FILE.length + 1];
        assertThrows(CryptoException.class, () -> decryption.decrypt(tooLong));
        assertArrayEquals(FILE, decryption.decrypt(sealed.ciphertext()));
        decryption.finish();
        assertThrows(CryptoException.class, () -> decryption.decrypt(new byte[1]));
        assertEquals(0, decryption.decrypt(new byte[0]).length);
    }

    @Test
    void piecesOfAnySizeMakeOneFile() throws CryptoException {
        byte[] file = new byte[3_000];
        Arrays.fill(file, (byte) 3);
        for (int size : new int[] {1, 7, 15, 16, 17, 32, 255, 256, 4_096}) {
            AttachmentEncryption encryption = new AttachmentEncryption(primitives, entropy);
            byte[] ciphertext = new byte[file.length];
            for (int from = 0; from < file.length; from += size) {
                byte[] piece = encryption.encrypt(Arrays.copyOfRange(file, from, Math.min(from + size, file.length)));
                System.arraycopy(piece, 0, ciphertext, from, piece.length);
            }
            AttachmentKey key = AttachmentKey.read(encryption.finish().toJson());
            assertArrayEquals(file, new SmallAttachment(key, ciphertext).decrypt(primitives));
        }
    }

    /** The counter carries over all of its 128 bits, as in one call of the platform's. */
    @Test
    void theCounterCarries() throws CryptoException {
        JsonObject json = SmallAttachment.encrypt(primitives, entropy, FILE).key().toJson();
        for (int ones = 1; ones <= 16; ones++) {
            byte[] counter = new byte[16];
            Arrays.fill(counter, 16 - ones, 16, (byte) 0xff);
            AttachmentKey key = AttachmentKey.read(
                    json.toBuilder().put("iv", UnpaddedBase64.encode(counter)).build());
            CounterStream stream = new CounterStream(primitives, key);
            byte[] pieces = Bytes.concat(stream.next(new byte[20]), stream.next(new byte[30]));
            assertArrayEquals(primitives.aesCtr(key.key(), counter, new byte[50]), pieces);
            assertEquals(50, stream.position());
        }
    }

    @Test
    void malformedKeysAreRefused() throws CryptoException {
        JsonObject good = SmallAttachment.encrypt(primitives, entropy, FILE).key().toJson();
        AttachmentKey.read(good);
        JsonObject jwk = good.at("key");
        String key = jwk.requireString("k");
        String standard = UnpaddedBase64.encode(filled(32, 0xff));
        List<JsonObject> bad = List.of(
                JsonObject.EMPTY,
                good.without("v"), good.without("key"), good.without("iv"), good.without("hashes"),
                good.toBuilder().put("v", "v1").build(),
                good.toBuilder().put("iv", UnpaddedBase64.encode(new byte[15])).build(),
                good.toBuilder().put("iv", UnpaddedBase64.encode(new byte[17])).build(),
                good.toBuilder().put("iv", "no base64").build(),
                good.toBuilder().put("hashes", JsonObject.builder().put("sha256", "AAAA").build()).build(),
                with(good, jwk.without("k")),
                with(good, jwk.toBuilder().put("alg", "A128CTR").build()),
                with(good, jwk.toBuilder().put("kty", "RSA").build()),
                with(good, jwk.toBuilder().put("k", key.substring(1)).build()),
                with(good, jwk.toBuilder().put("k", standard).build()),
                with(good, jwk.toBuilder().put("k", standard.replace('/', '+')).build()),
                with(good, jwk.toBuilder().put("k", UnpaddedBase64.encode(new byte[33])).build()));
        for (JsonObject file : bad) {
            assertThrows(CryptoException.class, () -> AttachmentKey.read(file));
        }
        AttachmentKey.read(with(good, jwk.toBuilder().put("k", standard.replace('/', '_')).build()));
    }

    private static JsonObject with(JsonObject file, JsonObject key) {
        return file.toBuilder().put("key", key).build();
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
