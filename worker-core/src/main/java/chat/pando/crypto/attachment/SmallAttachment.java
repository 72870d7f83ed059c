package chat.pando.crypto.attachment;

import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.host.Entropy;
import chat.pando.host.Primitives;

/**
 * An attachment that is in memory as a whole, such as a thumbnail: the platform hashes it at once, and faster (spec,
 * "Sending encrypted attachments").
 *
 * @param ciphertext what is uploaded
 */
public record SmallAttachment(AttachmentKey key, byte[] ciphertext) {

    public static SmallAttachment encrypt(Primitives primitives, Entropy entropy, byte[] file) {
        AttachmentKey key = AttachmentKey.fresh(entropy);
        byte[] ciphertext = new CounterStream(primitives, key).next(file);
        return new SmallAttachment(key.with(primitives.sha256(ciphertext)), ciphertext);
    }

    /** @throws CryptoException where the file was changed */
    public byte[] decrypt(Primitives primitives) throws CryptoException {
        if (!Bytes.equalInConstantTime(key.hash(), primitives.sha256(ciphertext))) {
            throw new CryptoException("an attachment that is not what its sender encrypted");
        }
        return new CounterStream(primitives, key).next(ciphertext);
    }

    @Override
    public String toString() {
        return "SmallAttachment";
    }
}
