package chat.pando.crypto.attachment;

import chat.pando.host.CryptoException;

/**
 * The second reading of a large attachment, whose ciphertext was checked as a whole (spec, "Sending encrypted
 * attachments").
 */
public final class AttachmentDecryption {

    private final CounterStream stream;
    private final long length;

    AttachmentDecryption(CounterStream stream, long length) {
        this.stream = stream;
        this.length = length;
    }

    /**
     * The next piece of the file, as long as this piece of the ciphertext.
     *
     * @throws CryptoException where more comes than was checked
     */
    public byte[] decrypt(byte[] piece) throws CryptoException {
        if (stream.position() + piece.length > length) {
            throw new CryptoException("more of an attachment than was checked");
        }
        return stream.next(piece);
    }

    /** @throws CryptoException where less came than was checked */
    public void finish() throws CryptoException {
        if (stream.position() != length) {
            throw new CryptoException("less of an attachment than was checked");
        }
    }
}
