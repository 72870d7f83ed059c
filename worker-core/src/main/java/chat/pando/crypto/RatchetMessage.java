package chat.pando.crypto;

import chat.pando.host.CryptoException;
import java.util.Arrays;

/** An ordinary Olm message: the key and the index that find its message key, a ciphertext and a truncated MAC. */
public final class RatchetMessage implements OlmMessage {

    static final int TYPE = 1;

    private static final int VERSION = 3;
    private static final int RATCHET_KEY = 0x0a;
    private static final int CHAIN_INDEX = 0x10;
    private static final int CIPHERTEXT = 0x22;

    private final RemoteRatchetKey ratchetKey;
    private final long chainIndex;
    private final byte[] ciphertext;
    private final byte[] bytes;

    private RatchetMessage(RemoteRatchetKey ratchetKey, long chainIndex, byte[] ciphertext, byte[] bytes) {
        this.ratchetKey = ratchetKey;
        this.chainIndex = chainIndex;
        this.ciphertext = ciphertext;
        this.bytes = bytes;
    }

    static RatchetMessage encrypt(
            MessageCipher cipher, Curve25519PublicKey ratchetKey, long chainIndex, byte[] plaintext) {
        byte[] ciphertext = cipher.encrypt(plaintext);
        byte[] payload = new WireWriter(VERSION)
                .bytes(RATCHET_KEY, ratchetKey.bytes())
                .integer(CHAIN_INDEX, chainIndex)
                .bytes(CIPHERTEXT, ciphertext)
                .toBytes();
        byte[] bytes = Bytes.concat(payload, cipher.mac(payload));
        return new RatchetMessage(new RemoteRatchetKey(ratchetKey), chainIndex, ciphertext, bytes);
    }

    static RatchetMessage parse(byte[] bytes) throws CryptoException {
        WireFields fields = WireFields.parse(VERSION, bytes, bytes.length - MessageCipher.MAC_LENGTH);
        return new RatchetMessage(
                new RemoteRatchetKey(new Curve25519PublicKey(fields.bytes(RATCHET_KEY))),
                fields.integer(CHAIN_INDEX),
                fields.bytes(CIPHERTEXT),
                bytes);
    }

    byte[] decrypt(MessageCipher cipher) throws CryptoException {
        int payloadLength = bytes.length - MessageCipher.MAC_LENGTH;
        byte[] payload = Arrays.copyOf(bytes, payloadLength);
        byte[] mac = Arrays.copyOfRange(bytes, payloadLength, bytes.length);
        return cipher.decrypt(ciphertext, payload, mac);
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

    @Override
    public RatchetMessage ratchetMessage() {
        return this;
    }
}
