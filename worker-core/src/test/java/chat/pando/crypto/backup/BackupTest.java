package chat.pando.crypto.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.json.Utf8;
import chat.pando.jvm.JcaPrimitives;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupTest {

    private static final byte[] SESSION = Utf8.encode("{\"algorithm\":\"m.megolm.v1.aes-sha2\"}");

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final BackupDecryption backup = new BackupDecryption(primitives, primitives.newAgreementKey());
    private final BackupEncryption encryption = new BackupEncryption(primitives, backup.publicKey());
    private BackedUpSession sealed;

    @BeforeEach
    void seal() throws CryptoException {
        sealed = encryption.encrypt(SESSION);
    }

    @Test
    void eachSessionHasAKeyOfItsOwn() throws CryptoException {
        BackedUpSession again = encryption.encrypt(SESSION);
        assertNotEquals(sealed.ephemeral(), again.ephemeral());
        assertFalse(Arrays.equals(sealed.ciphertext(), again.ciphertext()));
        assertArrayEquals(SESSION, backup.decrypt(sealed));
        assertArrayEquals(SESSION, backup.decrypt(again));
        assertEquals(8, sealed.mac().length);
    }

    @Test
    void anotherKeyIsTold() {
        BackupDecryption other = new BackupDecryption(primitives, primitives.newAgreementKey());
        assertEquals("a backed-up session for another key", refusal(other, sealed));
        BackedUpSession foreign = new BackedUpSession(other.publicKey(), sealed.ciphertext(), sealed.mac());
        assertEquals("a backed-up session for another key", refusal(backup, foreign));
    }

    @Test
    void whatIsDamagedIsRefused() {
        for (int at = 0; at < 8; at++) {
            byte[] mac = sealed.mac().clone();
            mac[at] ^= 1;
            refusal(backup, new BackedUpSession(sealed.ephemeral(), sealed.ciphertext(), mac));
            byte[] shorter = Arrays.copyOf(sealed.mac(), at);
            refusal(backup, new BackedUpSession(sealed.ephemeral(), sealed.ciphertext(), shorter));
        }
        byte[] longer = Arrays.copyOf(sealed.mac(), 32);
        refusal(backup, new BackedUpSession(sealed.ephemeral(), sealed.ciphertext(), longer));
        for (int length : new int[] {0, 1, 15, 17}) {
            byte[] cut = Arrays.copyOf(sealed.ciphertext(), length);
            refusal(backup, new BackedUpSession(sealed.ephemeral(), cut, sealed.mac()));
        }
    }

    @Test
    void keysThatGiveNoSecretAreRefused() throws CryptoException {
        Curve25519PublicKey zero = new Curve25519PublicKey(new byte[32]);
        refusal(backup, new BackedUpSession(zero, sealed.ciphertext(), sealed.mac()));
        BackupEncryption toNobody = new BackupEncryption(primitives, zero);
        assertThrows(CryptoException.class, () -> toNobody.encrypt(SESSION));
    }

    @Test
    void sessionsAreReadAsTheyAreWritten() throws CryptoException {
        JsonObject json = sealed.toJson();
        assertEquals(Set.of("ephemeral", "ciphertext", "mac"), json.names());
        assertArrayEquals(SESSION, backup.decrypt(BackedUpSession.read(json)));
        JsonObject padded = json.toBuilder().put("mac", json.requireString("mac") + "=").build();
        assertArrayEquals(SESSION, backup.decrypt(BackedUpSession.read(padded)));
        List<JsonObject> bad = List.of(
                json.without("ephemeral"), json.without("ciphertext"), json.without("mac"),
                json.toBuilder().put("ephemeral", "AAAA").build(),
                json.toBuilder().put("ciphertext", "no base64").build(),
                json.toBuilder().put("mac", 1).build());
        for (JsonObject session : bad) {
            assertThrows(CryptoException.class, () -> BackedUpSession.read(session));
        }
    }

    private static String refusal(BackupDecryption backup, BackedUpSession session) {
        return assertThrows(CryptoException.class, () -> backup.decrypt(session)).getMessage();
    }
}
