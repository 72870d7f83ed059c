package chat.pando.lab.sim.browser;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Digest;
import chat.pando.host.Primitives;
import chat.pando.host.SealingKey;
import chat.pando.host.SigningKey;
import java.util.List;

/** True primitives, in whose calls a core can lose its turn, or die. */
final class CorePrimitives implements Primitives {

    private final Primitives primitives;
    private final GenuineSignatures signatures;
    private final CoreTime time;

    CorePrimitives(Primitives primitives, GenuineSignatures signatures, CoreTime time) {
        this.primitives = primitives;
        this.signatures = signatures;
        this.time = time;
    }

    /** Each call awaits a promise in a browser. */
    private Primitives awaited() {
        time.nap(1);
        return primitives;
    }

    @Override
    public SigningKey newSigningKey() {
        return awaited().newSigningKey();
    }

    @Override
    public AgreementKey newAgreementKey() {
        return awaited().newAgreementKey();
    }

    @Override
    public SealingKey newSealingKey() {
        return awaited().newSealingKey();
    }

    @Override
    public SigningKey signingKey(byte[] seed) {
        return awaited().signingKey(seed);
    }

    @Override
    public AgreementKey agreementKey(byte[] privateKey) {
        return awaited().agreementKey(privateKey);
    }

    @Override
    public byte[] sign(SigningKey key, byte[] message) {
        byte[] signature = awaited().sign(key, message);
        signatures.made(key.publicKey(), message, signature);
        return signature;
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return signatures.verify(awaited(), publicKey, message, signature);
    }

    @Override
    public byte[] agree(AgreementKey mine, byte[] theirPublicKey) throws CryptoException {
        return awaited().agree(mine, theirPublicKey);
    }

    @Override
    public List<byte[]> hmacSha256(byte[] key, List<byte[]> messages) {
        return awaited().hmacSha256(key, messages);
    }

    @Override
    public byte[] hkdfSha256(byte[] secret, byte[] salt, byte[] info, int length) {
        return awaited().hkdfSha256(secret, salt, info, length);
    }

    @Override
    public byte[] sha256(byte[] message) {
        return awaited().sha256(message);
    }

    @Override
    public Digest newSha256() {
        return primitives.newSha256();
    }

    @Override
    public byte[] aesCbcEncrypt(byte[] key, byte[] iv, byte[] plaintext) {
        return awaited().aesCbcEncrypt(key, iv, plaintext);
    }

    @Override
    public byte[] aesCbcDecrypt(byte[] key, byte[] iv, byte[] ciphertext) throws CryptoException {
        return awaited().aesCbcDecrypt(key, iv, ciphertext);
    }

    @Override
    public byte[] aesCtr(byte[] key, byte[] counter, byte[] data) {
        return awaited().aesCtr(key, counter, data);
    }

    @Override
    public byte[] pbkdf2Sha512(char[] passphrase, byte[] salt, int rounds, int length) {
        return awaited().pbkdf2Sha512(passphrase, salt, rounds, length);
    }

    @Override
    public byte[] seal(SealingKey key, byte[] plaintext, byte[] associatedData) {
        return awaited().seal(key, plaintext, associatedData);
    }

    @Override
    public byte[] open(SealingKey key, byte[] sealed, byte[] associatedData) throws CryptoException {
        return awaited().open(key, sealed, associatedData);
    }
}
