package chat.pando.browser;

import chat.pando.host.Deciphering;
import chat.pando.host.Derivations;
import chat.pando.host.Enciphering;
import chat.pando.host.Primitives;
import chat.pando.host.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;

/** All of it by WebCrypto, which answers each hash with a promise: every browser can, and what is long it does fastest. */
final class PromisedSymmetricCrypto implements SymmetricCrypto {

    private static final byte[] ZERO_SALT = new byte[32];

    private final ImportedKeys imported = ImportedKeys.none();

    @Override
    public byte[] sha256(byte[] message) {
        return Bytes.fromBrowser(Subtle.sha256(Bytes.toBrowser(message)).await());
    }

    @Override
    public List<byte[]> hmac(byte[] key, List<byte[]> messages) {
        // HMAC pads its key with zeros, so that one zero byte stands for the empty key, which WebCrypto refuses.
        byte[] usable = key.length == 0 ? new byte[1] : key;
        return Bytes.listFromBrowser(Subtle.hmac(Bytes.toBrowser(usable), Bytes.listToWebCrypto(messages)).await());
    }

    @Override
    public List<byte[]> hmacChain(byte[] key, byte[] message, int steps) {
        return steps == 0
                ? List.of()
                : Bytes.listFromBrowser(SubtleBatch.hmacChain(
                        Bytes.toBrowser(key), Bytes.toBrowser(message), steps).await());
    }

    @Override
    public byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
        return Bytes.fromBrowser(Subtle.hkdf(
                Bytes.toBrowser(secret), Bytes.toBrowser(usable(salt)), Bytes.toBrowser(info), length * 8).await());
    }

    @Override
    public List<Optional<byte[]>> deriveAll(Derivations keys) {
        WebAgreements agreements = WebAgreements.of(keys.all());
        JSArrayReader<JSObject> secrets = Answers.await(imported.agreeAll(agreements.mine(), agreements.theirs()));
        JSArray<JSObject> salts = new JSArray<>();
        keys.all().forEach(derivation -> salts.push(Bytes.toBrowser(usable(derivation.salt()))));
        return Bytes.answers(Answers.await(
                SubtleBatch.hkdf(secrets, salts, Bytes.toBrowser(keys.info()), keys.length() * 8)));
    }

    @Override
    public List<byte[]> encipher(byte[] info, List<Enciphering> messages) {
        JSArray<JSObject> secrets = new JSArray<>();
        JSArray<JSObject> headers = new JSArray<>();
        JSArray<JSObject> plaintexts = new JSArray<>();
        for (Enciphering message : messages) {
            secrets.push(Bytes.toBrowser(message.secret()));
            headers.push(Bytes.toBrowser(message.header()));
            plaintexts.push(Bytes.toBrowser(message.plaintext()));
        }
        return Bytes.listFromBrowser(SubtleBatch.encipher(
                        Bytes.toBrowser(info), Primitives.CODE_LENGTH, secrets, headers, plaintexts)
                .await());
    }

    @Override
    public List<Optional<byte[]>> decipher(byte[] info, List<Deciphering> messages) {
        JSArray<JSObject> secrets = new JSArray<>();
        JSArray<JSObject> authenticated = new JSArray<>();
        JSArray<JSObject> ciphertexts = new JSArray<>();
        JSArray<JSObject> codes = new JSArray<>();
        boolean[] asked = new boolean[messages.size()];
        for (int i = 0; i < asked.length; i++) {
            Deciphering message = messages.get(i);
            asked[i] = CipherBlocks.areWhole(message.ciphertext().length());
            if (asked[i]) {
                secrets.push(Bytes.toBrowser(message.secret()));
                authenticated.push(Bytes.toBrowser(message.message(), new Span(0, message.authenticated())));
                ciphertexts.push(Bytes.toBrowser(message.message(), message.ciphertext()));
                codes.push(Bytes.toBrowser(message.code()));
            }
        }
        JSArrayReader<JSObject> plaintexts =
                SubtleBatch.decipher(Bytes.toBrowser(info), secrets, authenticated, ciphertexts, codes).await();
        return Bytes.answers(plaintexts, asked);
    }

    private static byte[] usable(byte[] salt) {
        return salt.length == 0 ? ZERO_SALT : salt;
    }
}
