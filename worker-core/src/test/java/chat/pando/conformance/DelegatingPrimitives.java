package chat.pando.conformance;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Digest;
import chat.pando.host.Primitives;
import chat.pando.host.SealingKey;
import chat.pando.host.SigningKey;
import java.util.List;

/** The platform's primitives, of which a test replaces or watches some. */
public abstract class DelegatingPrimitives implements Primitives {

    private final Primitives platform;

    protected DelegatingPrimitives(Primitives platform) {
        this.platform = platform;
    }

    @Override
    public SigningKey newSigningKey() {
        return platform.newSigningKey();
    }

    @Override
    public AgreementKey newAgreementKey() {
        return platform.newAgreementKey();
    }

    @Override
    public SealingKey newSealingKey() {
        return platform.newSealingKey();
    }

    @Override
    public SigningKey signingKey(byte[] seed) {
        return platform.signingKey(seed);
    }

    @Override
    public AgreementKey agreementKey(byte[] privateKey) {
        return platform.agreementKey(privateKey);
    }

    @Override
    public byte[] sign(SigningKey key, byte[] message) {
        return platform.sign(key, message);
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return platform.verify(publicKey, message, signature);
    }

    @Override
    public byte[] agree(AgreementKey mine, byte[] theirPublicKey) throws CryptoException {
        return platform.agree(mine, theirPublicKey);
    }

    @Override
    public List<byte[]> hmacSha256(byte[] key, List<byte[]> messages) {
        return platform.hmacSha256(key, messages);
    }

    @Override
    public byte[] hkdfSha256(byte[] secret, byte[] salt, byte[] info, int length) {
        return platform.hkdfSha256(secret, salt, info, length);
    }

    @Override
    public byte[] sha256(byte[] message) {
        return platform.sha256(message);
    }

    @Override
    public Digest newSha256() {
        return platform.newSha256();
    }

    @Override
    public byte[] aesCbcEncrypt(byte[] key, byte[] iv, byte[] plaintext) {
        return platform.aesCbcEncrypt(key, iv, plaintext);
    }

    @Override
    public byte[] aesCbcDecrypt(byte[] key, byte[] iv, byte[] ciphertext) throws CryptoException {
        return platform.aesCbcDecrypt(key, iv, ciphertext);
    }

    @Override
    public byte[] aesCtr(byte[] key, byte[] counter, byte[] data) {
        return platform.aesCtr(key, counter, data);
    }

    @Override
    public byte[] pbkdf2Sha512(char[] passphrase, byte[] salt, int rounds, int length) {
        return platform.pbkdf2Sha512(passphrase, salt, rounds, length);
    }

    @Override
    public byte[] seal(SealingKey key, byte[] plaintext, byte[] associatedData) {
        return platform.seal(key, plaintext, associatedData);
    }

    @Override
    public byte[] open(SealingKey key, byte[] sealed, byte[] associatedData) throws CryptoException {
        return platform.open(key, sealed, associatedData);
    }
}
