package chat.pando.crypto.attachment;

import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.host.Digest;
import chat.pando.host.Primitives;

/**
 * The first reading of a large attachment, which tells whether the homeserver gave what the sender encrypted (spec,
 * "Sending encrypted attachments").
 */
public final class AttachmentCheck {

    private final Primitives primitives;
    private final AttachmentKey key;
    private final Digest digest;
    private long length;

    public AttachmentCheck(Primitives primitives, AttachmentKey key) {
        this.primitives = primitives;
        this.key = key;
        this.digest = primitives.newSha256();
    }

    /** The next piece of the ciphertext. */
    public void read(byte[] piece) {
        digest.update(piece);
        length += piece.length;
    }

    /**
     * After the last piece: the decryption of these same pieces, which the second reading brings.
     *
     * @throws CryptoException where the file was changed
     */
    public AttachmentDecryption finish() throws CryptoException {
        if (!Bytes.equalInConstantTime(key.hash(), digest.finish())) {
            throw new CryptoException("an attachment that is not what its sender encrypted");
        }
        return new AttachmentDecryption(new CounterStream(primitives, key), length);
    }
}
