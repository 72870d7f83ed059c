package chat.pando.crypto.vector;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.conformance.Hex;
import chat.pando.crypto.StrictUtf8;
import chat.pando.crypto.attachment.AttachmentCheck;
import chat.pando.crypto.attachment.AttachmentDecryption;
import chat.pando.crypto.attachment.AttachmentEncryption;
import chat.pando.crypto.attachment.AttachmentKey;
import chat.pando.crypto.attachment.SmallAttachment;
import chat.pando.host.CryptoException;
import chat.pando.host.Host;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.Utf8;
import java.util.Arrays;
import java.util.List;

/** The attachment that rust-sdk publishes in {@code file_encryption/attachments.rs}, and larger ones of our own. */
final class AttachmentVectors implements Conformance {

    private static final byte[] CIPHERTEXT = Hex.bytes("b39a767fba7f6e21cb2121864364ad2eeb1bd7ac241a4b2f21a0");
    private static final String PLAINTEXT = "It's a secret to everybody";
    private static final JsonObject FILE = JsonObject.builder()
            .put("v", "v2")
            .put("key", JsonObject.builder()
                    .put("kty", "oct")
                    .put("alg", "A256CTR")
                    .put("ext", true)
                    .put("k", "Voq2nkPme_x8no5-Tjq_laDAdxE6iDbxnlQXxwFPgE4")
                    .put("key_ops", JsonArray.of(new JsonString("encrypt"), new JsonString("decrypt")))
                    .build())
            .put("iv", "i0DovxYdJEcAAAAAAAAAAA")
            .put("hashes", JsonObject.builder()
                    .put("sha256", "ANdt819a8bZl4jKy3Z+jcqtiNICa2y0AW4BBJ/iQRAU")
                    .build())
            .build();

    private final Host host;

    AttachmentVectors(Host host) {
        this.host = host;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("a published file", this::published),
                new Case("a published file, read piece by piece", this::inPieces),
                new Case("a large file of our own, in pieces of any size", this::large));
    }

    private void published() throws CryptoException {
        AttachmentKey key = AttachmentKey.read(FILE);
        Check.equal(PLAINTEXT, StrictUtf8.decode(new SmallAttachment(key, CIPHERTEXT).decrypt(host.primitives())));
        Check.equal(FILE, key.toJson());
    }

    private void inPieces() throws CryptoException {
        for (int size = 1; size <= CIPHERTEXT.length; size += 5) {
            Check.equal(Utf8.encode(PLAINTEXT), decrypted(AttachmentKey.read(FILE), CIPHERTEXT, size));
        }
    }

    private void large() throws CryptoException {
        byte[] file = new byte[200_003];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) (i >> 5);
        }
        AttachmentEncryption encryption = new AttachmentEncryption(host.primitives(), host.entropy());
        byte[] ciphertext = new byte[file.length];
        for (int from = 0; from < file.length; from += 10_007) {
            byte[] piece = encryption.encrypt(piece(file, from, 10_007));
            System.arraycopy(piece, 0, ciphertext, from, piece.length);
        }
        AttachmentKey key = encryption.finish();
        Check.equal(file, new SmallAttachment(key, ciphertext).decrypt(host.primitives()));
        Check.equal(file, decrypted(AttachmentKey.read(key.toJson()), ciphertext, 65_536));
    }

    private byte[] decrypted(AttachmentKey key, byte[] ciphertext, int size) throws CryptoException {
        AttachmentCheck check = new AttachmentCheck(host.primitives(), key);
        for (int from = 0; from < ciphertext.length; from += size) {
            check.read(piece(ciphertext, from, size));
        }
        AttachmentDecryption decryption = check.finish();
        byte[] file = new byte[ciphertext.length];
        for (int from = 0; from < ciphertext.length; from += size) {
            byte[] piece = decryption.decrypt(piece(ciphertext, from, size));
            System.arraycopy(piece, 0, file, from, piece.length);
        }
        decryption.finish();
        return file;
    }

    private static byte[] piece(byte[] whole, int from, int size) {
        return Arrays.copyOfRange(whole, from, Math.min(from + size, whole.length));
    }
}
