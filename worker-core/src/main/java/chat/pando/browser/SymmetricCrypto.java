package chat.pando.browser;

import static chat.pando.host.Bytes.wipe;

import chat.pando.host.Agreement;
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
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/**
 * Those of the {@link Primitives} that derive keys and use them in batches. Hashes are made at once; only for X25519 and
 * for AES a promise is waited for, once in each call.
 */
final class SymmetricCrypto {

    private static final byte[] NO_SALT = {};
    private static final int KEY_LENGTH = 32;
    private static final Span HMAC_KEY = new Span(KEY_LENGTH, 2 * KEY_LENGTH);
    private static final int MESSAGE_KEYS_LENGTH = 2 * KEY_LENGTH + 16;

    private final ImportedKeys imported = ImportedKeys.none();
    private final CbcBatch cbc = CbcBatch.create();
    private final Hashes hashes;

    SymmetricCrypto(Hashes hashes) {
        this.hashes = hashes;
    }

    List<Optional<byte[]>> deriveAll(Derivations keys) {
        return derived(keys, Answers.of(agreed(keys)).all());
    }

    private JSPromise<JSArrayReader<JSObject>> agreed(Derivations keys) {
        if (keys.all().size() == 1 && keys.all().get(0).agreements().size() == 1) {
            Agreement only = keys.all().get(0).agreements().get(0);
            return imported.agreeOnce(
                    ((WebAgreementKey) only.mine()).key().cryptoKey(), Bytes.toWebCrypto(only.theirPublicKey()));
        }
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
                derived.add(Optional.of(hashes.hkdf(secret.get(), salt, keys.info(), keys.length())));
                wipe(secret.get());
            } else {
                derived.add(Optional.empty());
            }
        }
        return derived;
    }

    List<byte[]> encipher(byte[] info, List<Enciphering> messages) {
        EncipheringBatch batch = new EncipheringBatch(this, info, messages);
        return batch.finished(Answers.of(batch.begun(cbc)).all());
    }

    List<Optional<byte[]>> decipher(byte[] info, List<Deciphering> messages) {
        DecipheringBatch batch = new DecipheringBatch(this, info, messages);
        return batch.finished(Answers.of(batch.begun(cbc)).all());
    }

    /** Between the agreements and the ciphers Java is called back and may not wait: all of it is hashed there. */
    List<byte[]> encipher(
            Derivations keys, byte[] info, Function<List<Optional<byte[]>>, List<Enciphering>> messages) {
        if (keys.all().isEmpty()) {
            return encipher(info, messages.apply(List.of()));
        }
        EncipheringBatch[] batch = new EncipheringBatch[1];
        Answers ciphertexts = Answers.of(agreed(keys), agreed -> {
            batch[0] = new EncipheringBatch(this, info, messages.apply(derived(keys, agreed)));
            return batch[0].begun(cbc);
        });
        return batch[0].finished(ciphertexts.all());
    }

    /** As {@link #encipher(Derivations, byte[], Function)}. */
    List<Optional<byte[]>> decipher(
            Derivations keys, byte[] info, Function<List<Optional<byte[]>>, List<Deciphering>> messages) {
        if (keys.all().isEmpty()) {
            return decipher(info, messages.apply(List.of()));
        }
        DecipheringBatch[] batch = new DecipheringBatch[1];
        Answers plaintexts = Answers.of(agreed(keys), agreed -> {
            batch[0] = new DecipheringBatch(this, info, messages.apply(derived(keys, agreed)));
            return batch[0].begun(cbc);
        });
        return batch[0].finished(plaintexts.all());
    }

    /** AES's key, HMAC's, the IV. */
    byte[] messageKeys(byte[] secret, byte[] info) {
        return hashes.hkdf(secret, NO_SALT, info, MESSAGE_KEYS_LENGTH);
    }

    /** The code of so many bytes at the beginning of a message. */
    byte[] code(byte[] messageKeys, byte[] message, int authenticated) {
        return Arrays.copyOf(
                hashes.hmac(messageKeys, HMAC_KEY, message, new Span(0, authenticated)), Primitives.CODE_LENGTH);
    }
}
