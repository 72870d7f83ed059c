package chat.pando.crypto;

import chat.pando.host.CryptoException;
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
    private final byte[] ciphertext;
    private final byte[] bytes;

    private GroupMessage(long index, byte[] ciphertext, byte[] bytes) {
        this.index = index;
        this.ciphertext = ciphertext;
        this.bytes = bytes;
    }

    /** @throws CryptoException where the text is no Megolm message */
    public static GroupMessage parse(String base64) throws CryptoException {
        byte[] bytes = UnpaddedBase64.decode(base64);
        WireFields fields = WireFields.parse(VERSION, bytes, bytes.length - TRAILER_LENGTH);
        long index = fields.integer(INDEX);
        if (index > MegolmRatchet.LAST_INDEX) {
            throw new CryptoException("a Megolm message with an impossible index");
        }
        return new GroupMessage(index, fields.bytes(CIPHERTEXT), bytes);
    }

    /** What the session's signing key signs. */
    static byte[] encrypt(MessageCipher cipher, long index, byte[] plaintext) {
        byte[] payload = new WireWriter(VERSION)
                .integer(INDEX, index)
                .bytes(CIPHERTEXT, cipher.encrypt(plaintext))
                .toBytes();
        return Bytes.concat(payload, cipher.mac(payload));
    }

    /** The index that the message says it has; true only once it was decrypted. */
    public long index() {
        return index;
    }

    byte[] signedPart() {
        return Arrays.copyOf(bytes, bytes.length - Ed25519Signature.LENGTH);
    }

    byte[] signature() {
        return Arrays.copyOfRange(bytes, bytes.length - Ed25519Signature.LENGTH, bytes.length);
    }

    byte[] decrypt(MessageCipher cipher) throws CryptoException {
        int payloadLength = bytes.length - TRAILER_LENGTH;
        byte[] payload = Arrays.copyOf(bytes, payloadLength);
        byte[] mac = Arrays.copyOfRange(bytes, payloadLength, payloadLength + MessageCipher.MAC_LENGTH);
        return cipher.decrypt(ciphertext, payload, mac);
    }
}
