package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Enciphering;
import chat.pando.host.Span;

/**
 * An ordinary Olm message: the key and the index that find its message key, a ciphertext and a truncated MAC (Olm
 * specification, "Normal Messages").
 */
public final class RatchetMessage implements OlmMessage {

    static final int TYPE = 1;

    private static final int VERSION = 3;
    private static final int RATCHET_KEY = 0x0a;
    private static final int CHAIN_INDEX = 0x10;
    private static final int CIPHERTEXT = 0x22;

    private final RemoteRatchetKey ratchetKey;
    private final long chainIndex;
    private final byte[] bytes;
    private final Span ciphertext;

    private RatchetMessage(RemoteRatchetKey ratchetKey, long chainIndex, byte[] bytes, Span ciphertext) {
        this.ratchetKey = ratchetKey;
        this.chainIndex = chainIndex;
        this.bytes = bytes;
        this.ciphertext = ciphertext;
    }

    /** A message to be enciphered, and where it stands in the sender's chain. */
    record Draft(RemoteRatchetKey ratchetKey, long chainIndex, Enciphering work) {

        static Draft of(byte[] messageKey, Curve25519PublicKey ratchetKey, long chainIndex, byte[] plaintext) {
            byte[] header = new WireWriter(VERSION)
                    .bytes(RATCHET_KEY, ratchetKey.own())
                    .integer(CHAIN_INDEX, chainIndex)
                    .announce(CIPHERTEXT, MessageCipher.ciphertextLength(plaintext.length))
                    .toBytes();
            Enciphering work = new Enciphering(messageKey, header, plaintext);
            return new Draft(new RemoteRatchetKey(ratchetKey), chainIndex, work);
        }

        /** The message, now that it is enciphered. */
        RatchetMessage finished(byte[] bytes) {
            Span ciphertext = new Span(work.header().length, bytes.length - MessageCipher.MAC_LENGTH);
            return new RatchetMessage(ratchetKey, chainIndex, bytes, ciphertext);
        }
    }

    static RatchetMessage parse(byte[] bytes) throws CryptoException {
        WireFields fields = WireFields.parse(VERSION, bytes, bytes.length - MessageCipher.MAC_LENGTH);
        return new RatchetMessage(
                new RemoteRatchetKey(new Curve25519PublicKey(fields.bytes(RATCHET_KEY))),
                fields.integer(CHAIN_INDEX),
                bytes,
                fields.span(CIPHERTEXT));
    }

    /** This message, to be decrypted with its key. */
    Deciphering deciphering(byte[] messageKey) {
        return new Deciphering(messageKey, bytes, bytes.length - MessageCipher.MAC_LENGTH, ciphertext);
    }

    RemoteRatchetKey ratchetKey() {
        return ratchetKey;
    }

    long chainIndex() {
        return chainIndex;
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, for those in this package who read them and let nobody change them. */
    byte[] own() {
        return bytes;
    }

    @Override
    public String body() {
        return UnpaddedBase64.encode(bytes);
    }

    @Override
    public RatchetMessage ratchetMessage() {
        return this;
    }
}
