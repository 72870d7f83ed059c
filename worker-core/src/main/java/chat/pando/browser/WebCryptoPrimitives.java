package chat.pando.browser;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Derivations;
import chat.pando.host.Digest;
import chat.pando.host.Enciphering;
import chat.pando.host.Entropy;
import chat.pando.host.KeyCustody;
import chat.pando.host.Primitives;
import chat.pando.host.SealedText;
import chat.pando.host.SealingKey;
import chat.pando.host.SignedBytes;
import chat.pando.host.SigningKey;
import chat.pando.host.TextAtRest;
import chat.pando.json.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** The primitives of WebCrypto. Private keys are non-extractable: not even this class can read them. */
public final class WebCryptoPrimitives implements Primitives {

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;

    private final Entropy entropy;
    private final KeyStorage keys;
    private final Hashes hashes;
    private final SymmetricCrypto symmetric;

    /** Primitives whose keys are never stored, or only where CryptoKeys can be. */
    public WebCryptoPrimitives(Entropy entropy) {
        this(entropy, new OpaqueKeys(Optional.empty(), Optional.empty()));
    }

    WebCryptoPrimitives(Entropy entropy, KeyStorage keys) {
        this(entropy, keys, Hashes.best());
    }

    WebCryptoPrimitives(Entropy entropy, KeyStorage keys, Hashes hashes) {
        this.entropy = entropy;
        this.keys = keys;
        this.hashes = hashes;
        symmetric = new SymmetricCrypto(hashes);
    }

    @Override
    public Optional<KeyCustody> custody() {
        return keys.custody();
    }

    @Override
    public SigningKey newSigningKey() {
        return signing(keys.newPair(KeyKind.SIGNING));
    }

    @Override
    public AgreementKey newAgreementKey() {
        return agreement(keys.newPair(KeyKind.AGREEMENT));
    }

    @Override
    public List<AgreementKey> newAgreementKeys(int count) {
        List<AgreementKey> made = new ArrayList<>(count);
        keys.newPairs(KeyKind.AGREEMENT, count).forEach(pair -> made.add(agreement(pair)));
        return made;
    }

    @Override
    public SealingKey newSealingKey() {
        return new WebSealingKey(keys.newSealingKey());
    }

    @Override
    public SigningKey signingKey(byte[] seed) {
        requirePrivateKey(seed);
        return signing(keys.pairOf(KeyKind.SIGNING, seed));
    }

    @Override
    public AgreementKey agreementKey(byte[] privateKey) {
        requirePrivateKey(privateKey);
        return agreement(keys.pairOf(KeyKind.AGREEMENT, privateKey));
    }

    @Override
    public byte[] sign(SigningKey key, byte[] message) {
        if (message.length > LONGEST_SIGNED) {
            throw new IllegalArgumentException("too long to be signed");
        }
        return bytes(Subtle.sign(((WebSigningKey) key).key().cryptoKey(), Bytes.toBrowser(message)));
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (!SaneSignature.is(publicKey, message, signature)) {
            return false;
        }
        return Subtle.verify(Bytes.toBrowser(publicKey), Bytes.toBrowser(message), Bytes.toBrowser(signature))
                        .await()
                != null;
    }

    @Override
    public List<byte[]> signAll(SigningKey key, List<byte[]> messages) {
        if (messages.stream().anyMatch(message -> message.length > LONGEST_SIGNED)) {
            throw new IllegalArgumentException("too long to be signed");
        }
        return Bytes.listFromBrowser(Answers.of(
                SubtleBatch.sign(((WebSigningKey) key).key().cryptoKey(), Bytes.listToWebCrypto(messages))).all());
    }

    @Override
    public List<Boolean> verifyAll(byte[] publicKey, List<SignedBytes> messages) {
        JSArray<JSObject> sane = new JSArray<>();
        JSArray<JSObject> signatures = new JSArray<>();
        boolean[] asked = new boolean[messages.size()];
        for (int i = 0; i < asked.length; i++) {
            SignedBytes signed = messages.get(i);
            asked[i] = SaneSignature.is(publicKey, signed.message(), signed.signature());
            if (asked[i]) {
                sane.push(Bytes.toWebCrypto(signed.message()));
                signatures.push(Bytes.toWebCrypto(signed.signature()));
            }
        }
        List<Boolean> genuine = new ArrayList<>(Collections.nCopies(asked.length, false));
        if (sane.getLength() > 0) {
            JSArrayReader<JSObject> holds =
                    Answers.of(SubtleBatch.verify(Bytes.toBrowser(publicKey), sane, signatures)).all();
            int next = 0;
            for (int i = 0; i < asked.length; i++) {
                genuine.set(i, asked[i] && holds.get(next++) != null);
            }
        }
        return genuine;
    }

    @Override
    public List<Optional<byte[]>> deriveAll(Derivations keys) {
        return symmetric.deriveAll(keys);
    }

    @Override
    public List<byte[]> encipher(byte[] info, List<Enciphering> messages) {
        return symmetric.encipher(info, messages);
    }

    @Override
    public List<Optional<byte[]>> decipher(byte[] info, List<Deciphering> messages) {
        return symmetric.decipher(info, messages);
    }

    @Override
    public List<byte[]> encipher(
            Derivations keys, byte[] info, Function<List<Optional<byte[]>>, List<Enciphering>> messages) {
        return symmetric.encipher(keys, info, messages);
    }

    @Override
    public List<Optional<byte[]>> decipher(
            Derivations keys, byte[] info, Function<List<Optional<byte[]>>, List<Deciphering>> messages) {
        return symmetric.decipher(keys, info, messages);
    }

    @Override
    public byte[] agree(AgreementKey mine, byte[] theirPublicKey) throws CryptoException {
        JSObject secret = Subtle.agree(((WebAgreementKey) mine).key().cryptoKey(), Bytes.toBrowser(theirPublicKey))
                .await();
        if (secret == null) {
            throw new CryptoException("a public key that gives no shared secret");
        }
        return Bytes.fromBrowser(secret);
    }

    @Override
    public List<byte[]> hmacSha256(byte[] key, List<byte[]> messages) {
        return hashes.hmacAll(key, messages);
    }

    @Override
    public byte[] hmacSha256(byte[] key, byte[] message) {
        return hashes.hmac(key, message);
    }

    @Override
    public byte[] hkdfSha256(byte[] secret, byte[] salt, byte[] info, int length) {
        return hashes.hkdf(secret, salt, info, length);
    }

    @Override
    public byte[] sha256(byte[] message) {
        return hashes.sha256(message);
    }

    @Override
    public Digest newSha256() {
        return new SteadySha256();
    }

    @Override
    public byte[] aesCbcEncrypt(byte[] key, byte[] iv, byte[] plaintext) {
        requireAes256(key);
        return bytes(Subtle.cbcEncrypt(Bytes.toBrowser(key), Bytes.toBrowser(iv), Bytes.toBrowser(plaintext)));
    }

    @Override
    public byte[] aesCbcDecrypt(byte[] key, byte[] iv, byte[] ciphertext) throws CryptoException {
        requireAes256(key);
        if (!CipherBlocks.areWhole(ciphertext.length)) {
            throw new CryptoException("wrong length of a ciphertext");
        }
        return bytesOr(
                Subtle.cbcDecrypt(Bytes.toBrowser(key), Bytes.toBrowser(iv), Bytes.toBrowser(ciphertext)),
                "wrong padding of a ciphertext");
    }

    @Override
    public byte[] aesCtr(byte[] key, byte[] counter, byte[] data) {
        requireAes256(key);
        return bytes(Subtle.ctr(Bytes.toBrowser(key), Bytes.toBrowser(counter), Bytes.toBrowser(data)));
    }

    @Override
    public byte[] pbkdf2Sha512(char[] passphrase, byte[] salt, int rounds, int length) {
        byte[] password = Utf8.encode(new String(passphrase));
        try {
            return bytes(Subtle.pbkdf2(Bytes.toBrowser(password), Bytes.toBrowser(salt), rounds, length * 8));
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    @Override
    public byte[] seal(SealingKey key, byte[] plaintext, byte[] associatedData) {
        byte[] nonce = entropy.bytes(NONCE_LENGTH);
        byte[] sealed = bytes(Subtle.gcmEncrypt(
                ((WebSealingKey) key).key().cryptoKey(),
                Bytes.toBrowser(nonce),
                Bytes.toBrowser(plaintext),
                Bytes.toBrowser(associatedData)));
        byte[] output = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, output, nonce.length, sealed.length);
        return output;
    }

    @Override
    public byte[] open(SealingKey key, byte[] sealed, byte[] associatedData) throws CryptoException {
        if (sealed.length < NONCE_LENGTH + TAG_LENGTH) {
            throw new CryptoException("sealed data is too short");
        }
        return bytesOr(
                Subtle.gcmDecrypt(
                        ((WebSealingKey) key).key().cryptoKey(),
                        Bytes.toBrowser(Arrays.copyOf(sealed, NONCE_LENGTH)),
                        Bytes.toBrowser(Arrays.copyOfRange(sealed, NONCE_LENGTH, sealed.length)),
                        Bytes.toBrowser(associatedData)),
                "sealed data was changed, or sealed with another key");
    }

    @Override
    public List<byte[]> sealTexts(SealingKey key, List<TextAtRest> texts) {
        JSArray<JSString> places = new JSArray<>();
        JSArray<JSString> plain = new JSArray<>();
        for (TextAtRest text : texts) {
            places.push(JSString.valueOf(text.place()));
            plain.push(JSString.valueOf(text.text()));
        }
        JSArrayReader<JSObject> sealed =
                Subtle.sealTexts(((WebSealingKey) key).key().cryptoKey(), places, plain).await();
        List<byte[]> output = new ArrayList<>(texts.size());
        for (int i = 0; i < sealed.getLength(); i++) {
            output.add(Bytes.fromBrowser(sealed.get(i)));
        }
        return output;
    }

    @Override
    public List<Optional<String>> openTexts(SealingKey key, List<SealedText> texts) {
        JSArray<JSString> places = new JSArray<>();
        JSArray<JSObject> sealed = new JSArray<>();
        for (SealedText text : texts) {
            places.push(JSString.valueOf(text.place()));
            sealed.push(Bytes.toBrowser(text.sealed()));
        }
        JSArrayReader<JSString> opened =
                Subtle.openTexts(((WebSealingKey) key).key().cryptoKey(), places, sealed).await();
        List<Optional<String>> output = new ArrayList<>(texts.size());
        for (int i = 0; i < opened.getLength(); i++) {
            output.add(Optional.ofNullable(opened.get(i)).map(JSString::stringValue));
        }
        return output;
    }

    private static SigningKey signing(WebKeyPair pair) {
        return new WebSigningKey(pair.privateKey(), pair.publicKey());
    }

    private static AgreementKey agreement(WebKeyPair pair) {
        return new WebAgreementKey(pair.privateKey(), pair.publicKey());
    }

    private static byte[] bytes(JSPromise<JSObject> promise) {
        return Bytes.fromBrowser(promise.await());
    }

    private static byte[] bytesOr(JSPromise<JSObject> promise, String refusal) throws CryptoException {
        JSObject result = promise.await();
        if (result == null) {
            throw new CryptoException(refusal);
        }
        return Bytes.fromBrowser(result);
    }

    private static void requireAes256(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("an AES-256 key has 32 bytes");
        }
    }

    private static void requirePrivateKey(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("a private key has 32 bytes");
        }
    }
}
