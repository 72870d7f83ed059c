package chat.pando.jvm;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Digest;
import chat.pando.host.Primitives;
import chat.pando.host.SealingKey;
import chat.pando.host.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The primitives of the Java Cryptography Architecture, as the JDK's own providers implement them. */
public final class JcaPrimitives implements Primitives {

    private static final int HASH_LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 64;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    public JcaPrimitives() {
        this(new SecureRandom());
    }

    /** @param random where keys and nonces come from: a simulation makes the same ones again */
    public JcaPrimitives(SecureRandom random) {
        this.random = random;
    }

    @Override
    public SigningKey newSigningKey() {
        return signing(newPair(CurveEncoding.ED25519, random));
    }

    @Override
    public AgreementKey newAgreementKey() {
        return agreement(newPair(CurveEncoding.X25519, random));
    }

    @Override
    public SealingKey newSealingKey() {
        return always(() -> {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256, random);
            return new JcaSealingKey(generator.generateKey());
        });
    }

    @Override
    public SigningKey signingKey(byte[] seed) {
        return signing(newPair(CurveEncoding.ED25519, new FixedRandom(seed)));
    }

    @Override
    public AgreementKey agreementKey(byte[] privateKey) {
        return agreement(newPair(CurveEncoding.X25519, new FixedRandom(privateKey)));
    }

    @Override
    public byte[] sign(SigningKey key, byte[] message) {
        if (message.length > LONGEST_SIGNED) {
            throw new IllegalArgumentException("too long to be signed");
        }
        return always(() -> {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(((JcaSigningKey) key).privateKey());
            signature.update(message);
            return signature.sign();
        });
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH || message.length > LONGEST_SIGNED) {
            return false; // the JDK passes over what follows a signature
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(CurveEncoding.ED25519.key(publicKey));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public byte[] agree(AgreementKey mine, byte[] theirPublicKey) throws CryptoException {
        try {
            PublicKey theirs = CurveEncoding.X25519.key(theirPublicKey);
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(((JcaAgreementKey) mine).privateKey());
            agreement.doPhase(theirs, true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException refused) {
            throw new CryptoException("a public key that gives no shared secret");
        }
    }

    @Override
    public List<byte[]> hmacSha256(byte[] key, List<byte[]> messages) {
        return always(() -> {
            Mac mac = hmac(key);
            List<byte[]> macs = new ArrayList<>(messages.size());
            for (byte[] message : messages) {
                macs.add(mac.doFinal(message));
            }
            return macs;
        });
    }

    @Override
    public byte[] hkdfSha256(byte[] secret, byte[] salt, byte[] info, int length) {
        return always(() -> {
            Mac mac = hmac(hmac(salt).doFinal(secret));
            byte[] output = new byte[length];
            byte[] block = {};
            for (int done = 0, counter = 1; done < length; done += HASH_LENGTH, counter++) {
                mac.update(block);
                mac.update(info);
                block = mac.doFinal(new byte[] {(byte) counter});
                System.arraycopy(block, 0, output, done, Math.min(HASH_LENGTH, length - done));
            }
            return output;
        });
    }

    @Override
    public byte[] sha256(byte[] message) {
        return always(() -> MessageDigest.getInstance("SHA-256").digest(message));
    }

    @Override
    public Digest newSha256() {
        return always(() -> new JcaDigest(MessageDigest.getInstance("SHA-256")));
    }

    @Override
    public byte[] aesCbcEncrypt(byte[] key, byte[] iv, byte[] plaintext) {
        return always(() -> cbc(Cipher.ENCRYPT_MODE, key, iv).doFinal(plaintext));
    }

    @Override
    public byte[] aesCbcDecrypt(byte[] key, byte[] iv, byte[] ciphertext) throws CryptoException {
        Cipher cipher = always(() -> cbc(Cipher.DECRYPT_MODE, key, iv));
        try {
            if (ciphertext.length == 0) {
                throw new CryptoException("an empty ciphertext");
            }
            return cipher.doFinal(ciphertext);
        } catch (GeneralSecurityException refused) {
            throw new CryptoException("wrong length or padding of a ciphertext");
        }
    }

    @Override
    public byte[] aesCtr(byte[] key, byte[] counter, byte[] data) {
        return always(() -> {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, aes256(key), new IvParameterSpec(counter));
            return cipher.doFinal(data);
        });
    }

    @Override
    public byte[] pbkdf2Sha512(char[] passphrase, byte[] salt, int rounds, int length) {
        return always(() -> {
            PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, length * 8);
            try {
                return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
            } finally {
                spec.clearPassword();
            }
        });
    }

    @Override
    public byte[] seal(SealingKey key, byte[] plaintext, byte[] associatedData) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] sealed = always(() -> gcm(Cipher.ENCRYPT_MODE, key, nonce, associatedData).doFinal(plaintext));
        byte[] output = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, output, nonce.length, sealed.length);
        return output;
    }

    @Override
    public byte[] open(SealingKey key, byte[] sealed, byte[] associatedData) throws CryptoException {
        if (sealed.length < NONCE_LENGTH + TAG_BITS / 8) {
            throw new CryptoException("sealed data is too short");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
        try {
            return gcm(Cipher.DECRYPT_MODE, key, nonce, associatedData)
                    .doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
        } catch (GeneralSecurityException refused) {
            throw new CryptoException("sealed data was changed, or sealed with another key");
        }
    }

    private static KeyPair newPair(CurveEncoding curve, SecureRandom source) {
        return always(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(curve.name());
            generator.initialize(new NamedParameterSpec(curve.name()), source);
            return generator.generateKeyPair();
        });
    }

    private static SigningKey signing(KeyPair pair) {
        return new JcaSigningKey(CurveEncoding.ED25519.raw(pair.getPublic()), pair.getPrivate());
    }

    private static AgreementKey agreement(KeyPair pair) {
        return new JcaAgreementKey(CurveEncoding.X25519.raw(pair.getPublic()), pair.getPrivate());
    }

    private static Mac hmac(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        // HMAC pads its key with zeros, so that one zero byte stands for the empty key, which JCA refuses.
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
        return mac;
    }

    private static Cipher cbc(int mode, byte[] key, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, aes256(key), new IvParameterSpec(iv));
        return cipher;
    }

    private static Cipher gcm(int mode, SealingKey key, byte[] nonce, byte[] associatedData)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, ((JcaSealingKey) key).secretKey(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associatedData);
        return cipher;
    }

    private static SecretKeySpec aes256(byte[] key) {
        if (key.length != HASH_LENGTH) {
            throw new IllegalArgumentException("an AES-256 key has 32 bytes");
        }
        return new SecretKeySpec(key, "AES");
    }

    /** Runs what fails only where the JDK lacks an algorithm, or where the caller broke the contract. */
    private static <T> T always(Operation<T> operation) {
        try {
            return operation.run();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Operation<T> {

        T run() throws GeneralSecurityException;
    }
}
