package chat.pando.crypto.attachment;

import chat.pando.host.Digest;
import chat.pando.host.Entropy;
import chat.pando.host.Primitives;

/**
 * Encrypts one attachment piece by piece, and then tells its key (spec, "Sending encrypted attachments"). Of the file
 * it keeps nothing.
 */
public final class AttachmentEncryption {

    private final AttachmentKey key;
    private final CounterStream stream;
    private final Digest digest;

    public AttachmentEncryption(Primitives primitives, Entropy entropy) {
        key = AttachmentKey.fresh(entropy);
        stream = new CounterStream(primitives, key);
        digest = primitives.newSha256();
    }

    /** The next piece of the ciphertext, as long as this piece of the file. */
    public byte[] encrypt(byte[] piece) {
        byte[] ciphertext = stream.next(piece);
        digest.update(ciphertext);
        return ciphertext;
    }

    /** After the last piece; nothing is encrypted after that. */
    public AttachmentKey finish() {
        return key.with(digest.finish());
    }
}
