package chat.pando.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.crypto.Fuzzing;
import chat.pando.json.JsonObject;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any account data are a storage key's description, or a secret, or are refused. */
class SecretStorageFuzz {

    private static final Fuzzing WORLD = new Fuzzing();
    private static final SecretStorage STORAGE = new SecretStorage(WORLD.primitives, byte[]::new);
    private static final StorageKey KEY = STORAGE.newKey();

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void read(byte[] input) {
        Fuzzing.json(input).ifPresent(SecretStorageFuzz::read);
    }

    private static void read(JsonObject json) {
        Fuzzing.readOrRefused(() -> EncryptedSecret.read(json))
                .ifPresent(secret -> Fuzzing.readOrRefused(() -> STORAGE.decrypt(KEY, "name", secret)));
        Fuzzing.readOrRefused(() -> KeyDescription.read(json)).ifPresent(description -> {
            STORAGE.fits(KEY, description);
            assertEquals(
                    description.toJson().text(),
                    Fuzzing.expected(() -> KeyDescription.read(description.toJson())).toJson().text());
        });
    }
}
