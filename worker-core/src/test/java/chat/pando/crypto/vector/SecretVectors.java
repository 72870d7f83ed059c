package chat.pando.crypto.vector;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.conformance.Hex;
import chat.pando.crypto.secret.EncryptedSecret;
import chat.pando.crypto.secret.KeyDescription;
import chat.pando.crypto.secret.PassphraseParameters;
import chat.pando.crypto.secret.RecoveryKey;
import chat.pando.crypto.secret.SecretStorage;
import chat.pando.crypto.secret.StorageKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Host;
import chat.pando.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The secret storage of rust-sdk's tests ({@code secret_storage.rs}), and its recovery keys. */
final class SecretVectors implements Conformance {

    private static final String RECOVERY_KEY = "EsTj 3yST y93F SLpB jJsz eAXc 2XzA ygD3 w69H fGaN TKBj jXEd";
    private static final JsonObject BY_RECOVERY_KEY = JsonObject.builder()
            .put("algorithm", "m.secret_storage.v1.aes-hmac-sha2")
            .put("iv", "xv5b6/p3ExEw++wTyfSHEg==")
            .put("mac", "ujBBbXahnTAMkmPUX2/0+VTfUh63pGyVRuBcDMgmJC8=")
            .build();
    private static final JsonObject BY_PASSPHRASE = JsonObject.builder()
            .put("algorithm", "m.secret_storage.v1.aes-hmac-sha2")
            .put("iv", "gH2iNpiETFhApvW6/FFEJQ")
            .put("mac", "9Lw12m5SKDipNghdQXKjgpfdj1/K7HFI2brO+UWAGoM")
            .put("passphrase", JsonObject.builder()
                    .put("algorithm", "m.pbkdf2")
                    .put("salt", "IuLnH7S85YtZmkkBJKwNUKxWF42g9O1H")
                    .put("iterations", 10)
                    .build())
            .build();
    private static final JsonObject MASTER_KEY = JsonObject.builder()
            .put("ciphertext", "lCRSSA1lChONEXj/8RyogsgAa8ouQwYDnLr4XBCheRikrZykLRzPCx3doCE=")
            .put("iv", "bdfCwu+ECYgZ/jWTkGrQ/A==")
            .put("mac", "NXeV1dZaOe2JLvQ6Hh6tFto7AgFFdaQnY0l9pruwdtE=")
            .build();

    private final SecretStorage storage;

    SecretVectors(Host host) {
        storage = new SecretStorage(host.primitives(), host.entropy());
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("recovery keys, both ways", this::recoveryKeys),
                new Case("a published recovery key fits, and opens a secret", this::byRecoveryKey),
                new Case("a published passphrase fits", this::byPassphrase),
                new Case("a storage of our own", this::ours));
    }

    private void recoveryKeys() throws CryptoException {
        String written = "EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d";
        byte[] key = Hex.bytes("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
        Check.equal(key, RecoveryKey.read(written));
        Check.equal(key, RecoveryKey.read(written.replace(" ", "")));
        Check.equal(written, RecoveryKey.write(key));
        Check.equal(
                Hex.bytes("9fbd46bb345171c6f6022c9a25d5681ba54eec6a6c4953f3adc0b96e9d91ada3"),
                RecoveryKey.read("EsT           pRvZTnjck8    YrhRAtw XLS84Nr2r9S9LGAWDaExVAPBvLRK   "));
    }

    private void byRecoveryKey() throws CryptoException {
        StorageKey key = StorageKey.ofRecoveryKey(RECOVERY_KEY);
        Check.equal(RECOVERY_KEY, key.recoveryKey());
        Check.that(storage.fits(key, KeyDescription.read(BY_RECOVERY_KEY)), "a key that fits");
        Check.that(!storage.fits(storage.newKey(), KeyDescription.read(BY_RECOVERY_KEY)), "no other key that fits");
        Check.equal(
                "VcY1+LNyV6aSMne8mvi4lc/q+JiCHe+m6+hKLtgLP30=",
                storage.decrypt(key, "m.cross_signing.master", EncryptedSecret.read(MASTER_KEY)));
    }

    private void byPassphrase() throws CryptoException {
        KeyDescription description = KeyDescription.read(BY_PASSPHRASE);
        PassphraseParameters parameters = description.passphrase().orElseThrow();
        StorageKey right = storage.ofPassphrase(parameters, "It's a secret to everybody".toCharArray());
        Check.that(storage.fits(right, description), "the right passphrase");
        StorageKey wrong = storage.ofPassphrase(parameters, "It's a secret to nobody".toCharArray());
        Check.that(!storage.fits(wrong, description), "not another passphrase");
    }

    private void ours() throws CryptoException {
        StorageKey key = storage.newKey();
        KeyDescription description = storage.describe(key, Optional.of("mine"), Optional.empty());
        Check.that(storage.fits(key, KeyDescription.read(description.toJson())), "the key that was described");
        EncryptedSecret secret = storage.encrypt(key, "m.megolm_backup.v1", "hidden \u00e4");
        Check.equal(
                "hidden \u00e4",
                storage.decrypt(key, "m.megolm_backup.v1", EncryptedSecret.read(secret.toJson())));
    }
}
