package chat.pando.browser;

import static chat.pando.host.Bytes.wipe;

import chat.pando.host.Deciphering;
import chat.pando.host.Derivations;
import chat.pando.host.Enciphering;
import chat.pando.host.Primitives;
import chat.pando.host.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/** All hashes at once, in WebAssembly; only for X25519 and for AES a promise is waited for, once in each call. */
final class PromptSymmetricCrypto implements SymmetricCrypto {

    private static final byte[] NO_SALT = {};
    private static final int KEY_LENGTH = 32;
    private static final Span HMAC_KEY = new Span(KEY_LENGTH, 2 * KEY_LENGTH);
    private static final int MESSAGE_KEYS_LENGTH = 2 * KEY_LENGTH + 16;

    private final ImportedKeys imported = ImportedKeys.none();
    private final CbcBatch cbc = CbcBatch.create();
    private final WasmHashes hashes;
    private final SymmetricCrypto forLong;

    /** @param forLong does what is long */
    PromptSymmetricCrypto(WasmHashes hashes, SymmetricCrypto forLong) {
        this.hashes = hashes;
        this.forLong = forLong;
    }

    @Override
    public byte[] sha256(byte[] message) {
        return message.length > WasmHashes.LONGEST ? forLong.sha256(message) : hashes.sha256(message);
    }

    @Override
    public List<byte[]> hmac(byte[] key, List<byte[]> messages) {
        for (byte[] message : messages) {
            if (key.length + message.length > WasmHashes.LONGEST) {
                return forLong.hmac(key, messages);
            }
        }
        return hashes.hmacAll(key, messages);
    }

    private byte[] hmac(byte[] key, byte[] message) {
        return key.length + message.length > WasmHashes.LONGEST
                ? forLong.hmac(key, List.of(message)).get(0)
                : hashes.hmac(key, message);
    }

    @Override
    public List<byte[]> hmacChain(byte[] key, byte[] message, int steps) {
        List<byte[]> keys = new ArrayList<>(steps);
        byte[] here = key;
        for (int i = 0; i < steps; i++) {
            here = hmac(here, message);
            keys.add(here);
        }
        return keys;
    }

    @Override
    public byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
        return secret.length + salt.length + info.length > WasmHashes.LONGEST
                ? forLong.hkdf(secret, salt, info, length)
                : hashes.hkdf(secret, salt, info, length);
    }

    @Override
    public List<Optional<byte[]>> deriveAll(Derivations keys) {
        return derived(keys, Answers.await(agreed(keys)));
    }

    private JSPromise<JSArrayReader<JSObject>> agreed(Derivations keys) {
        WebAgreements agreements = WebAgreements.of(keys.all());
        return imported.agreeAll(agreements.mine(), agreements.theirs());
    }

    private List<Optional<byte[]>> derived(Derivations keys, JSArrayReader<JSObject> agreed) {
        List<Optional<byte[]>> secrets = Bytes.answers(agreed);
        List<Optional<byte[]>> derived = new ArrayList<>(secrets.size());
        for (int i = 0; i < secrets.size(); i++) {
            Optional<byte[]> secret = secrets.get(i);
            if (secret.isPresent()) {
                byte[] salt = keys.all().get(i).salt();
                derived.add(Optional.of(hkdf(secret.get(), salt, keys.info(), keys.length())));
                wipe(secret.get());
            } else {
                derived.add(Optional.empty());
            }
        }
        return derived;
    }

    @Override
    public List<byte[]> encipher(byte[] info, List<Enciphering> messages) {
        PromptEnciphering work = new PromptEnciphering(this, info, messages);
        return work.finished(Answers.await(work.begun(cbc)));
    }

    @Override
    public List<Optional<byte[]>> decipher(byte[] info, List<Deciphering> messages) {
        PromptDeciphering work = new PromptDeciphering(this, info, messages);
        return work.finished(Answers.await(work.begun(cbc)));
    }

    /** Between the agreements and the ciphers Java is called back and may not wait: all of it is hashed here. */
    @Override
    public List<byte[]> encipher(
            Derivations keys, byte[] info, Function<List<Optional<byte[]>>, List<Enciphering>> messages) {
        if (keys.all().isEmpty()) {
            return encipher(info, messages.apply(List.of()));
        }
        List<PromptEnciphering> work = new ArrayList<>(1);
        JSArrayReader<JSObject> ciphertexts = Answers.await(agreed(keys), agreed -> {
            work.add(new PromptEnciphering(this, info, messages.apply(derived(keys, agreed))));
            return work.get(0).begun(cbc);
        });
        return work.get(0).finished(ciphertexts);
    }

    /** As {@link #encipher(Derivations, byte[], Function)}; what is too long to be hashed here is deciphered later. */
    @Override
    public List<Optional<byte[]>> decipher(
            Derivations keys, byte[] info, Function<List<Optional<byte[]>>, List<Deciphering>> messages) {
        List<Deciphering> due = new ArrayList<>(1);
        List<PromptDeciphering> work = new ArrayList<>(1);
        JSArrayReader<JSObject> plaintexts = Answers.await(agreed(keys), agreed -> {
            due.addAll(messages.apply(derived(keys, agreed)));
            if (due.stream().anyMatch(message -> isLong(message.authenticated()))) {
                return nothingYet();
            }
            work.add(new PromptDeciphering(this, info, due));
            return work.get(0).begun(cbc);
        });
        return work.isEmpty() ? decipher(info, due) : work.get(0).finished(plaintexts);
    }

    /** In place of plaintexts that can't be had without waiting. */
    @JSBody(script = "return Promise.resolve([]);")
    private static native JSPromise<JSArrayReader<JSObject>> nothingYet();

    private static boolean isLong(int authenticated) {
        return authenticated + KEY_LENGTH > WasmHashes.LONGEST;
    }

    /** AES's key, HMAC's, the IV. */
    byte[] messageKeys(byte[] secret, byte[] info) {
        return hkdf(secret, NO_SALT, info, MESSAGE_KEYS_LENGTH);
    }

    /** The code of so many bytes at the beginning of a message. */
    byte[] code(byte[] messageKeys, byte[] message, int authenticated) {
        byte[] code = isLong(authenticated)
                ? codeOfLong(messageKeys, Arrays.copyOf(message, authenticated))
                : hashes.hmac(messageKeys, HMAC_KEY, message, new Span(0, authenticated));
        return Arrays.copyOf(code, Primitives.CODE_LENGTH);
    }

    private byte[] codeOfLong(byte[] messageKeys, byte[] authenticated) {
        byte[] key = HMAC_KEY.of(messageKeys);
        byte[] code = forLong.hmac(key, List.of(authenticated)).get(0);
        wipe(key);
        return code;
    }
}
