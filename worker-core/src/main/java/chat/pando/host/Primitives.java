package chat.pando.host;

import chat.pando.json.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The cryptographic primitives of the platform: WebCrypto in a browser, JCA on the JVM. No primitive is written here.
 *
 * <p>What Olm and Megolm do with many messages has calls of its own, which are defined by the single ones: a browser does
 * each in one go, since going back to Java in between costs as much as the operations.
 *
 * <p>Calls block; run many at once through {@link Tasks#all}. Arrays passed in must not change until the call returns;
 * arrays handed out are the caller's own.
 */
public interface Primitives {

    /** As long as something may be that is signed, in bytes: some platforms die of 64 KiB, which no event reaches. */
    int LONGEST_SIGNED = 65_000;

    /** How many bytes of its code travel with an enciphered message. */
    int CODE_LENGTH = MessageKeys.CODE_LENGTH;

    /** How well private keys are kept once they are stored; empty where there is nothing to say. */
    default Optional<KeyCustody> custody() {
        return Optional.empty();
    }

    SigningKey newSigningKey();

    AgreementKey newAgreementKey();

    SealingKey newSealingKey();

    /**
     * The Ed25519 key pair that stands for a seed (RFC 8032, section 5.1.5): for keys that are shared as their seed.
     *
     * @param seed 32 bytes; the caller's to wipe
     */
    SigningKey signingKey(byte[] seed);

    /**
     * The X25519 key pair of a private key (RFC 7748): for keys that are shared as such.
     *
     * @param privateKey 32 bytes; the caller's to wipe
     */
    AgreementKey agreementKey(byte[] privateKey);

    /**
     * An Ed25519 signature of 64 bytes. Not reproducible: some browsers randomise it.
     *
     * @param message at most {@value #LONGEST_SIGNED} bytes
     */
    byte[] sign(SigningKey key, byte[] message);

    /**
     * Whether the signature is that of the public key's owner; false also where key or signature are malformed, and
     * where the message is longer than {@value #LONGEST_SIGNED} bytes.
     */
    boolean verify(byte[] publicKey, byte[] message, byte[] signature);

    /**
     * The X25519 shared secret, 32 bytes.
     *
     * @throws CryptoException where the other's key is malformed or of low order (an all-zero secret)
     */
    byte[] agree(AgreementKey mine, byte[] theirPublicKey) throws CryptoException;

    /** Many new pairs at once. */
    default List<AgreementKey> newAgreementKeys(int count) {
        List<AgreementKey> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(newAgreementKey());
        }
        return made;
    }

    /** Signs many messages at once, in their order; see {@link #sign}. */
    default List<byte[]> signAll(SigningKey key, List<byte[]> messages) {
        List<byte[]> signatures = new ArrayList<>(messages.size());
        messages.forEach(message -> signatures.add(sign(key, message)));
        return signatures;
    }

    /** Verifies many messages of one signer at once, in their order; see {@link #verify}. */
    default List<Boolean> verifyAll(byte[] publicKey, List<SignedBytes> messages) {
        List<Boolean> genuine = new ArrayList<>(messages.size());
        messages.forEach(signed -> genuine.add(verify(publicKey, signed.message(), signed.signature())));
        return genuine;
    }

    /**
     * HKDF-SHA-256 over the shared secrets of some agreements, one after the other: as {@link #agree} and
     * {@link #hkdfSha256} would; many at once, in their order, empty where any of the agreements gives no secret.
     */
    default List<Optional<byte[]>> deriveAll(Derivations keys) {
        List<Optional<byte[]>> derived = new ArrayList<>(keys.all().size());
        for (Derivation derivation : keys.all()) {
            derived.add(secretsOf(derivation).map(secret -> {
                byte[] key = hkdfSha256(secret, derivation.salt(), keys.info(), keys.length());
                Bytes.wipe(secret);
                return key;
            }));
        }
        return derived;
    }

    private Optional<byte[]> secretsOf(Derivation derivation) {
        List<byte[]> secrets = new ArrayList<>(derivation.agreements().size());
        try {
            for (Agreement agreement : derivation.agreements()) {
                secrets.add(agree(agreement.mine(), agreement.theirPublicKey()));
            }
            return Optional.of(Bytes.concat(secrets.toArray(new byte[0][])));
        } catch (CryptoException noSecret) {
            return Optional.empty();
        } finally {
            secrets.forEach(Bytes::wipe);
        }
    }

    /** Keys that follow from one another: each is the HMAC-SHA-256 of the message under the one before it. */
    default List<byte[]> hmacSha256Chain(byte[] key, byte[] message, int steps) {
        List<byte[]> keys = new ArrayList<>(steps);
        byte[] here = key;
        for (int i = 0; i < steps; i++) {
            here = hmacSha256(here, message);
            keys.add(here);
        }
        return keys;
    }

    /**
     * Enciphers many messages at once, each under an AES-256-CBC key, an HMAC-SHA-256 key and an IV that HKDF-SHA-256
     * derives from its secret; in their order, each its header, its ciphertext and {@value #CODE_LENGTH} bytes of code.
     *
     * @param info HKDF's, for all of them
     */
    default List<byte[]> encipher(byte[] info, List<Enciphering> messages) {
        List<byte[]> enciphered = new ArrayList<>(messages.size());
        for (Enciphering message : messages) {
            MessageKeys keys = new MessageKeys(this, message.secret(), info);
            enciphered.add(keys.encipher(message.header(), message.plaintext()));
            keys.wipe();
        }
        return enciphered;
    }

    /**
     * Deciphers many messages at once, in their order; what its code doesn't vouch for is empty, and so is what has a
     * wrong length or padding.
     */
    default List<Optional<byte[]>> decipher(byte[] info, List<Deciphering> messages) {
        List<Optional<byte[]>> deciphered = new ArrayList<>(messages.size());
        for (Deciphering message : messages) {
            MessageKeys keys = new MessageKeys(this, message.secret(), info);
            deciphered.add(keys.decipher(message));
            keys.wipe();
        }
        return deciphered;
    }

    /**
     * {@link #deriveAll}, then {@link #encipher} of what follows from the derived keys. A browser does both in one go.
     *
     * @param messages tells from the derived keys what is to be enciphered; it may hash what is short, and nothing else
     *                 that takes a platform
     */
    default List<byte[]> encipher(
            Derivations keys, byte[] info, Function<List<Optional<byte[]>>, List<Enciphering>> messages) {
        return encipher(info, messages.apply(deriveAll(keys)));
    }

    /** {@link #deriveAll}, then {@link #decipher}, as {@link #encipher(Derivations, byte[], Function)} does. */
    default List<Optional<byte[]>> decipher(
            Derivations keys, byte[] info, Function<List<Optional<byte[]>>, List<Deciphering>> messages) {
        return decipher(info, messages.apply(deriveAll(keys)));
    }

    /** HMAC-SHA-256 (RFC 2104) of each message under one key, in the order of the messages. */
    List<byte[]> hmacSha256(byte[] key, List<byte[]> messages);

    default byte[] hmacSha256(byte[] key, byte[] message) {
        return hmacSha256(key, List.of(message)).get(0);
    }

    /** HKDF-SHA-256 (RFC 5869), at most 8,160 bytes. An empty salt stands for 32 zero bytes. */
    byte[] hkdfSha256(byte[] secret, byte[] salt, byte[] info, int length);

    byte[] sha256(byte[] message);

    /** SHA-256 of what comes piece by piece; of what is in memory at once {@link #sha256} is faster. */
    Digest newSha256();

    /** AES-256-CBC with PKCS#7 padding. */
    byte[] aesCbcEncrypt(byte[] key, byte[] iv, byte[] plaintext);

    /** @throws CryptoException where length or padding are wrong */
    byte[] aesCbcDecrypt(byte[] key, byte[] iv, byte[] ciphertext) throws CryptoException;

    /**
     * AES-256-CTR, both ways (NIST SP 800-38A, section 6.5).
     *
     * @param counter the first block's counter, 16 bytes; all 128 bits of it count up
     */
    byte[] aesCtr(byte[] key, byte[] counter, byte[] data);

    /**
     * PBKDF2 with HMAC-SHA-512 (RFC 8018, section 5.2).
     *
     * @param passphrase stands for its bytes in UTF-8; the caller's to wipe
     * @param rounds     at least one
     */
    byte[] pbkdf2Sha512(char[] passphrase, byte[] salt, int rounds, int length);

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
                    Utf8.encode(text.text()),
                    Utf8.encode(text.place())));
        }
        return sealed;
    }

    /** Opens many texts at once, in their order; what was not sealed with this key for its place is empty. */
    default List<Optional<String>> openTexts(SealingKey key, List<SealedText> texts) {
        List<Optional<String>> opened = new ArrayList<>(texts.size());
        for (SealedText text : texts) {
            try {
                byte[] plaintext = open(key, text.sealed(), Utf8.encode(text.place()));
                opened.add(Optional.of(Utf8.decode(plaintext)));
            } catch (CryptoException refused) {
                opened.add(Optional.empty());
            }
        }
        return opened;
    }
}
