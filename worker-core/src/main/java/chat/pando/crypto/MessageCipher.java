package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Derivations;
import chat.pando.host.Enciphering;
import chat.pando.host.Primitives;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** As {@link #encrypt(Primitives, List)}, of messages that follow from keys to be derived first. */
    List<byte[]> encrypt(
            Primitives primitives,
            Derivations keys,
            Function<List<Optional<byte[]>>, List<Enciphering>> messages) {
        return primitives.encipher(keys, info, messages);
    }

    /** As {@link #decrypt(Primitives, List)}, of messages that follow from keys to be derived first. */
    List<Optional<byte[]>> decrypt(
            Primitives primitives,
            Derivations keys,
            Function<List<Optional<byte[]>>, List<Deciphering>> messages) {
        return primitives.decipher(keys, info, messages);
    }

    byte[] decrypt(Primitives primitives, Deciphering message) throws CryptoException {
        return decrypt(primitives, List.of(message)).get(0).orElseThrow(MessageCipher::refusal);
    }

    static CryptoException refusal() {
        return new CryptoException("a wrong message authentication code, or a ciphertext of an impossible form");
    }
}
