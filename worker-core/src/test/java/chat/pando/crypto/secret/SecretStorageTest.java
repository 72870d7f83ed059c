package chat.pando.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretStorageTest {

    private static final String NAME = "m.cross_signing.master";
    private static final String SECRET = "the secret \u00e4\ud83d\udd11";

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final SecretStorage storage = new SecretStorage(primitives, new JvmEntropy());
    private final StorageKey key = storage.newKey();

    @Test
    void aSecretOpensUnderItsKeyAndNameOnly() throws CryptoException {
        EncryptedSecret sealed = storage.encrypt(key, NAME, SECRET);
        assertEquals(SECRET, storage.decrypt(key, NAME, sealed));
        assertEquals("", storage.decrypt(key, NAME, storage.encrypt(key, NAME, "")));
        refused(storage.newKey(), NAME, sealed);
        refused(key, "m.cross_signing.user_signing", sealed);
        StorageKey same = StorageKey.ofRecoveryKey(key.recoveryKey());
        assertEquals(SECRET, storage.decrypt(same, NAME, sealed));
        same.wipe();
        refused(same, NAME, sealed);
    }

    @Test
    void whatWasChangedIsRefused() throws CryptoException {
        EncryptedSecret sealed = storage.encrypt(key, NAME, SECRET);
        for (int at = 0; at < sealed.mac().length; at++) {
            refused(key, NAME, new EncryptedSecret(sealed.iv(), sealed.ciphertext(), flipped(sealed.mac(), at)));
        }
        for (int at = 0; at < sealed.ciphertext().length; at++) {
            refused(key, NAME, new EncryptedSecret(sealed.iv(), flipped(sealed.ciphertext(), at), sealed.mac()));
        }
        byte[] cut = Arrays.copyOf(sealed.ciphertext(), 3);
        refused(key, NAME, new EncryptedSecret(sealed.iv(), cut, sealed.mac()));
    }

    /** The code doesn't cover the initialization vector: what comes out may be no text any more. */
    @Test
    void textThatIsNoneIsRefused() {
        EncryptedSecret sealed = storage.encrypt(key, NAME, "\u00e4".repeat(100));
        byte[] other = flipped(sealed.iv(), 0);
        refused(key, NAME, new EncryptedSecret(other, sealed.ciphertext(), sealed.mac()));
    }

    @Test
    void bit63OfEveryCounterIsZero() {
        SecretStorage ones = new SecretStorage(primitives, count -> {
            byte[] bytes = new byte[count];
            Arrays.fill(bytes, (byte) 0xff);
            return bytes;
        });
        byte[] iv = ones.encrypt(key, NAME, SECRET).iv();
        byte[] expected = new byte[16];
        Arrays.fill(expected, (byte) 0xff);
        expected[8] = 0x7f;
        assertArrayEquals(expected, iv);
    }

    @Test
    void secretsAreReadAsTheyAreWritten() throws CryptoException {
        JsonObject json = storage.encrypt(key, NAME, SECRET).toJson();
        assertEquals(Set.of("iv", "ciphertext", "mac"), json.names());
        assertEquals(SECRET, storage.decrypt(key, NAME, EncryptedSecret.read(json)));
        JsonObject padded = json.toBuilder()
                .put("iv", json.requireString("iv") + "==")
                .put("mac", json.requireString("mac") + "=")
                .build();
        assertEquals(SECRET, storage.decrypt(key, NAME, EncryptedSecret.read(padded)));
        List<JsonObject> bad = List.of(
                json.without("iv"), json.without("ciphertext"), json.without("mac"),
                json.toBuilder().put("iv", UnpaddedBase64.encode(new byte[15])).build(),
                json.toBuilder().put("mac", UnpaddedBase64.encode(new byte[33])).build(),
                json.toBuilder().put("ciphertext", "no base64").build());
        for (JsonObject secret : bad) {
            assertThrows(CryptoException.class, () -> EncryptedSecret.read(secret));
        }
    }

    @Test
    void aKeyIsKnownAgain() throws CryptoException {
        KeyDescription description = storage.describe(key, Optional.of("mine"), Optional.empty());
        JsonObject json = description.toJson();
        assertEquals(Set.of("algorithm", "name", "iv", "mac"), json.names());
        KeyDescription read = KeyDescription.read(json);
        assertEquals(Optional.of("mine"), read.name());
        assertTrue(read.passphrase().isEmpty());
        assertTrue(storage.fits(key, read));
        assertFalse(storage.fits(storage.newKey(), read));
        KeyDescription unchecked = KeyDescription.read(json.without("iv", "mac", "name"));
        assertTrue(storage.fits(storage.newKey(), unchecked));
        assertEquals(Set.of("algorithm"), unchecked.toJson().names());
    }

    @Test
    void malformedDescriptionsAreRefused() {
        JsonObject good = storage.describe(key, Optional.empty(), Optional.empty()).toJson();
        List<JsonObject> bad = List.of(
                JsonObject.EMPTY,
                good.toBuilder().put("algorithm", "m.secret_storage.custom").build(),
                good.without("iv"), good.without("mac"),
                good.toBuilder().put("iv", UnpaddedBase64.encode(new byte[14])).build(),
                good.toBuilder().put("mac", UnpaddedBase64.encode(new byte[10])).build(),
                good.toBuilder().put("passphrase", "words").build());
        for (JsonObject description : bad) {
            assertThrows(CryptoException.class, () -> KeyDescription.read(description));
        }
    }

    @Test
    void aPassphraseIsAKeyAgain() throws CryptoException {
        PassphraseParameters parameters = new PassphraseParameters("salt", 3);
        StorageKey made = storage.ofPassphrase(parameters, "words".toCharArray());
        KeyDescription description = KeyDescription.read(
                storage.describe(made, Optional.empty(), Optional.of(parameters)).toJson());
        assertEquals(Optional.of(parameters), description.passphrase());
        assertTrue(storage.fits(storage.ofPassphrase(parameters, "words".toCharArray()), description));
        assertFalse(storage.fits(storage.ofPassphrase(parameters, "Words".toCharArray()), description));
        PassphraseParameters fresh = storage.newParameters();
        assertEquals(500_000, fresh.rounds());
        assertEquals(32, fresh.salt().length());
        assertFalse(fresh.salt().equals(storage.newParameters().salt()));
    }

    @Test
    void unreasonableParametersAreRefused() throws CryptoException {
        JsonObject good = new PassphraseParameters("salt", 3).toJson();
        assertEquals(256, good.requireInteger("bits"));
        assertEquals(3, PassphraseParameters.read(good.without("bits")).rounds());
        assertEquals(10_000_000, PassphraseParameters.read(
                good.toBuilder().put("iterations", 10_000_000).build()).rounds());
        assertEquals(1, PassphraseParameters.read(good.toBuilder().put("iterations", 1).build()).rounds());
        List<JsonObject> bad = List.of(
                JsonObject.EMPTY, good.without("algorithm"), good.without("salt"), good.without("iterations"),
                good.toBuilder().put("algorithm", "m.scrypt").build(),
                good.toBuilder().put("iterations", 0).build(),
                good.toBuilder().put("iterations", -1).build(),
                good.toBuilder().put("iterations", 10_000_001).build(),
                good.toBuilder().put("iterations", 1L << 40).build(),
                good.toBuilder().put("bits", 128).build(),
                good.toBuilder().put("bits", "256").build());
        for (JsonObject parameters : bad) {
            assertThrows(CryptoException.class, () -> PassphraseParameters.read(parameters));
        }
    }

    private void refused(StorageKey storageKey, String name, EncryptedSecret secret) {
        assertThrows(CryptoException.class, () -> storage.decrypt(storageKey, name, secret));
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }
}
