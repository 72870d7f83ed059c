package chat.pando.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cryptographic primitives of the platform: WebCrypto in a browser, JCA on the JVM. No primitive is written here.
 *
 * <p>Calls block; run many at once through {@link Tasks#all}. Arrays passed in must not change until the call returns;
 * arrays handed out are the caller's own.
 */
public interface Primitives {

    SigningKey newSigningKey();

    AgreementKey newAgreementKey();

    SealingKey newSealingKey();

    /** An Ed25519 signature of 64 bytes. Not reproducible: some browsers randomise it. */
    byte[] sign(SigningKey key, byte[] message);

    /** Whether the signature is that of the public key's owner; false also where key or signature are malformed. */
    boolean verify(byte[] publicKey, byte[] message, byte[] signature);

    /**
     * The X25519 shared secret, 32 bytes.
     *
     * @throws CryptoException where the other's key is malformed or of low order (an all-zero secret)
     */
    byte[] agree(AgreementKey mine, byte[] theirPublicKey) throws CryptoException;

    /** HMAC-SHA-256 (RFC 2104) of each message under one key, in the order of the messages. */
    List<byte[]> hmacSha256(byte[] key, List<byte[]> messages);

    default byte[] hmacSha256(byte[] key, byte[] message) {
        return hmacSha256(key, List.of(message)).get(0);
    }

    /** HKDF-SHA-256 (RFC 5869), at most 8,160 bytes. An empty salt stands for 32 zero bytes. */
    byte[] hkdfSha256(byte[] secret, byte[] salt, byte[] info, int length);

    byte[] sha256(byte[] message);

    /** AES-256-CBC with PKCS#7 padding. */
    byte[] aesCbcEncrypt(byte[] key, byte[] iv, byte[] plaintext);

    /** @throws CryptoException where length or padding are wrong */
    byte[] aesCbcDecrypt(byte[] key, byte[] iv, byte[] ciphertext) throws CryptoException;

    /** AES-256-GCM: 12 bytes of fresh nonce, then ciphertext and tag. */
    byte[] seal(SealingKey key, byte[] plaintext, byte[] associatedData);

    /** @throws CryptoException where it was not sealed with this key and associated data */
    byte[] open(SealingKey key, byte[] sealed, byte[] associatedData) throws CryptoException;

    /**
     * Seals many texts at once, each with its place as associated data; in the order of the texts.
     *
     * <p>A browser does the whole batch without returning to Java in between, which costs more than the cipher.
     */
    default List<byte[]> sealTexts(SealingKey key, List<TextAtRest> texts) {
        List<byte[]> sealed = new ArrayList<>(texts.size());
        for (TextAtRest text : texts) {
            sealed.add(seal(
                    key,
                    text.text().getBytes(StandardCharsets.UTF_8),
                    text.place().getBytes(StandardCharsets.UTF_8)));
        }
        return sealed;
    }

    /** Opens many texts at once, in their order; what was not sealed with this key for its place is empty. */
    default List<Optional<String>> openTexts(SealingKey key, List<SealedText> texts) {
        List<Optional<String>> opened = new ArrayList<>(texts.size());
        for (SealedText text : texts) {
            try {
                byte[] plaintext = open(key, text.sealed(), text.place().getBytes(StandardCharsets.UTF_8));
                opened.add(Optional.of(new String(plaintext, StandardCharsets.UTF_8)));
            } catch (CryptoException refused) {
                opened.add(Optional.empty());
            }
        }
        return opened;
    }
}
