package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Enciphering;
import chat.pando.host.SignedBytes;
import chat.pando.host.Span;
import java.util.Arrays;

/**
 * A Megolm message as it travels: an index, a ciphertext, a truncated MAC and the session's signature (Megolm
 * specification, "Message format").
 */
public final class GroupMessage {

    private static final int VERSION = 3;
    private static final int INDEX = 0x08;
    private static final int CIPHERTEXT = 0x12;
    private static final int TRAILER_LENGTH = MessageCipher.MAC_LENGTH + Ed25519Signature.LENGTH;

    private final long index;
    private final byte[] bytes;
    private final Span ciphertext;

    private GroupMessage(long index, byte[] bytes, Span ciphertext) {
        this.index = index;
        this.bytes = bytes;
        this.ciphertext = ciphertext;
    }

    /** @throws CryptoException where the text is no Megolm message */
    public static GroupMessage parse(String base64) throws CryptoException {
        byte[] bytes = UnpaddedBase64.decode(base64);
        WireFields fields = WireFields.parse(VERSION, bytes, bytes.length - TRAILER_LENGTH);
        long index = fields.integer(INDEX);
        if (index > MegolmRatchet.LAST_INDEX) {
            throw new CryptoException("a Megolm message with an impossible index");
        }
        return new GroupMessage(index, bytes, fields.span(CIPHERTEXT));
    }

    /** A message to be encrypted with the ratchet at its index; what comes of it is what the session signs. */
    static Enciphering enciphering(MegolmRatchet ratchet, byte[] plaintext) {
        byte[] header = new WireWriter(VERSION)
                .integer(INDEX, ratchet.index())
                .announce(CIPHERTEXT, MessageCipher.ciphertextLength(plaintext.length))
                .toBytes();
        return new Enciphering(ratchet.data(), header, plaintext);
    }

    /** The index that the message says it has; true only once it was decrypted. */
    public long index() {
        return index;
    }

    SignedBytes signed() {
        int length = bytes.length - Ed25519Signature.LENGTH;
        return new SignedBytes(Arrays.copyOf(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length));
    }

    /** This message, to be decrypted with the ratchet at its index. */
    Deciphering deciphering(MegolmRatchet ratchet) {
        return new Deciphering(ratchet.data(), bytes, bytes.length - TRAILER_LENGTH, ciphertext);
    }
}
