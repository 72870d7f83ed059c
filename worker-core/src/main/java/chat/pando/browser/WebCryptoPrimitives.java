package chat.pando.browser;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Entropy;
import chat.pando.host.Primitives;
import chat.pando.host.SealedText;
import chat.pando.host.SealingKey;
import chat.pando.host.SigningKey;
import chat.pando.host.TextAtRest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** The primitives of WebCrypto. Private keys are non-extractable: not even this class can read them. */
public final class WebCryptoPrimitives implements Primitives {

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;
    private static final byte[] ZERO_SALT = new byte[32];

    private final Entropy entropy;

    public WebCryptoPrimitives(Entropy entropy) {
        this.entropy = entropy;
    }

    @Override
    public SigningKey newSigningKey() {
        Subtle.Pair pair = Subtle.generatePair("Ed25519", "sign").await();
        return new WebSigningKey(pair.getPrivateKey(), Bytes.fromBrowser(pair.getPublicBytes()));
    }

    @Override
    public AgreementKey newAgreementKey() {
        Subtle.Pair pair = Subtle.generatePair("X25519", "deriveBits").await();
        return new WebAgreementKey(pair.getPrivateKey(), Bytes.fromBrowser(pair.getPublicBytes()));
    }

    @Override
    public SealingKey newSealingKey() {
        return new WebSealingKey(Subtle.generateSealingKey().await());
    }

    @Override
    public byte[] sign(SigningKey key, byte[] message) {
        return bytes(Subtle.sign(((WebSigningKey) key).cryptoKey(), Bytes.toBrowser(message)));
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return Subtle.verify(Bytes.toBrowser(publicKey), Bytes.toBrowser(message), Bytes.toBrowser(signature))
                        .await()
                != null;
    }

    @Override
    public byte[] agree(AgreementKey mine, byte[] theirPublicKey) throws CryptoException {
        JSPromise<JSObject> secret =
                Subtle.agree(((WebAgreementKey) mine).cryptoKey(), Bytes.toBrowser(theirPublicKey));
        return bytesOr(secret, "a public key that gives no shared secret");
    }

    @Override
    public List<byte[]> hmacSha256(byte[] key, List<byte[]> messages) {
        // HMAC pads its key with zeros, so that one zero byte stands for the empty key, which WebCrypto refuses.
        byte[] usable = key.length == 0 ? new byte[1] : key;
        JSArray<JSObject> input = new JSArray<>();
        messages.forEach(message -> input.push(Bytes.toBrowser(message)));
        JSArrayReader<JSObject> macs = Subtle.hmac(Bytes.toBrowser(usable), input).await();
        List<byte[]> output = new ArrayList<>(macs.getLength());
        for (int i = 0; i < macs.getLength(); i++) {
            output.add(Bytes.fromBrowser(macs.get(i)));
        }
        return output;
    }

    @Override
    public byte[] hkdfSha256(byte[] secret, byte[] salt, byte[] info, int length) {
        byte[] usable = salt.length == 0 ? ZERO_SALT : salt;
        return bytes(Subtle.hkdf(
                Bytes.toBrowser(secret), Bytes.toBrowser(usable), Bytes.toBrowser(info), length * 8));
    }

    @Override
    public byte[] sha256(byte[] message) {
        return bytes(Subtle.sha256(Bytes.toBrowser(message)));
    }

    @Override
    public byte[] aesCbcEncrypt(byte[] key, byte[] iv, byte[] plaintext) {
        requireAes256(key);
        return bytes(Subtle.cbcEncrypt(Bytes.toBrowser(key), Bytes.toBrowser(iv), Bytes.toBrowser(plaintext)));
    }

    @Override
    public byte[] aesCbcDecrypt(byte[] key, byte[] iv, byte[] ciphertext) throws CryptoException {
        requireAes256(key);
        return bytesOr(
                Subtle.cbcDecrypt(Bytes.toBrowser(key), Bytes.toBrowser(iv), Bytes.toBrowser(ciphertext)),
                "wrong length or padding of a ciphertext");
    }

    @Override
    public byte[] seal(SealingKey key, byte[] plaintext, byte[] associatedData) {
        byte[] nonce = entropy.bytes(NONCE_LENGTH);
        byte[] sealed = bytes(Subtle.gcmEncrypt(
                ((WebSealingKey) key).cryptoKey(),
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
                        ((WebSealingKey) key).cryptoKey(),
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
                Subtle.sealTexts(((WebSealingKey) key).cryptoKey(), places, plain).await();
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
                Subtle.openTexts(((WebSealingKey) key).cryptoKey(), places, sealed).await();
        List<Optional<String>> output = new ArrayList<>(texts.size());
        for (int i = 0; i < opened.getLength(); i++) {
            output.add(Optional.ofNullable(opened.get(i)).map(JSString::stringValue));
        }
        return output;
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
}
