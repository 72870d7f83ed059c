package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Enciphering;
import chat.pando.host.Primitives;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The cipher of messages: AES-256-CBC with HMAC-SHA-256, both keyed from one secret of each message by HKDF (Olm
 * specification, "Version 1"; Megolm specification, "Message encryption").
 */
enum MessageCipher {
    OLM("OLM_KEYS"),
    MEGOLM("MEGOLM_KEYS");

    /** How many bytes of the MAC travel with a message of version 3. */
    static final int MAC_LENGTH = Primitives.CODE_LENGTH;

    private static final int BLOCK_LENGTH = 16;

    private final byte[] info;

    MessageCipher(String info) {
        this.info = info.getBytes(StandardCharsets.UTF_8);
    }

    /** HKDF's, for the keys of each message. */
    byte[] info() {
        return info;
    }

    /** How long the ciphertext of a plaintext will be: PKCS#7 pads it to the next block. */
    static int ciphertextLength(int plaintextLength) {
        return (plaintextLength / BLOCK_LENGTH + 1) * BLOCK_LENGTH;
    }

    /** The messages in their order: header, ciphertext, MAC. */
    List<byte[]> encrypt(Primitives primitives, List<Enciphering> messages) {
        return primitives.encipher(info, messages);
    }

    /** The plaintexts in their order; empty where the MAC doesn't vouch for a message. */
    List<Optional<byte[]>> decrypt(Primitives primitives, List<Deciphering> messages) {
        return primitives.decipher(info, messages);
    }

    static CryptoException refusal() {
        return new CryptoException("a wrong message authentication code, or a ciphertext of an impossible form");
    }
}
