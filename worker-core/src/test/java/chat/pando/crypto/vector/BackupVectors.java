package chat.pando.crypto.vector;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.StrictUtf8;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.crypto.backup.BackedUpSession;
import chat.pando.crypto.backup.BackupDecryption;
import chat.pando.crypto.backup.BackupEncryption;
import chat.pando.crypto.secret.RecoveryKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Host;
import chat.pando.host.Json;
import chat.pando.host.JsonSyntaxException;
import chat.pando.host.Primitives;
import chat.pando.json.JsonObject;
import chat.pando.json.Utf8;
import java.util.List;

/** Backed-up sessions as libolm, rust-sdk ({@code backups/keys/decryption.rs}) and js-sdk's test data have them. */
final class BackupVectors implements Conformance {

    private static final String PUBLIC_KEY = "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo";
    private static final String DECRYPTION_KEY = "EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d";

    private static final String RUST_CIPHERTEXT =
            "MuM8E3Yc6TSAvhVGb77rQ++jE6p9dRepx63/3YPD2wACKAppkZHeFrnTH6wJ/HSyrmzo7HfwqVl6tKNpfooSTHqU"
                    + "f6x1LHz+h4B/Id5ITO1WYt16AaI40LOnZqTkJZCfSPuE2oxalwEHnCS3biWybutcnrBFPR3LMtaeHvvkb+k3ny9l"
                    + "5ZpsU9G7vCm3XoeYkWfLekWXvDhbqWrylXD0+CNUuaQJ/S527TzLd4XKctqVjjO/cCH7q+9utt9WJAfK8LGaWT/m"
                    + "Z3AeWjf5kiqOpKKf5Cn4n5SSil5p/pvGYmjnURvZSEeQIzHgvunIBEPtzK/MYEPOXe/P5achNGlCx+5N19Ftyp9T"
                    + "FaTFlTWCTi0mpD7ePfCNISrwpozAz9HZc0OhA8+1aSc7rhYFIeAYXFU326NuFIFHI5pvpSxjzPQlOA+mavIKmiRA"
                    + "tjlLw11IVKTxgrdT4N8lXeMr4ndCSmvIkAzFMo1uZA4fzjiAdQJE4/2WeXFNNpvdfoYmX8Zl9CAYjpSO5HvpwkAb"
                    + "k4/iLEH3hDfCVUwDfMh05PdGLnxeRpiEFWSMSsJNp+OWAA+5JsF41BoRGrxoXXT+VKqlUDONd+O296Psu8Q+d8/S"
                    + "618";

    private static final String JS_CIPHERTEXT =
            "r6HRk2/Im2yJe5cLP8R81aVjFWjYWPHpw7TVxphiSK1cdIDZTTK57r6MfU+0i/mTPn+/PosT74OvYwCnehy2dyqq"
                    + "ks+Ev+uBKw3TAo0HCv7W3Rmq9XtqxikG9ts7XtcjFEkx37+qRaXtikcu0+CmUf+I5X6KStwNXb+CPnN2CGgwpn8g"
                    + "5+xEgSjE904QFrte4s9ygfqymgszgF7kzNICYF5g2GTlss8pdu/GLnh52AKvtT6FcqE5LC74N07BDWUycMHMMMw4"
                    + "3F7z5GhzEnoWOXlbz+M4eTGrCYuhvcmQGNbdgzYqEXPm1z4xFhVgs84kFCtNeUc+AHZWfC2zynZ++4tpmfCYYpYE"
                    + "fYwQNo9Ks7o+Mh2PtAo9/GIU4xAK/uG0vizEiNYt/1QAxwgrmDxjdRe5TH4pPUtLMktRDyZKeUHJmYZA7pcLtpVa"
                    + "tXhXmVEQLFLDc/uusxaBxFXYkx7BQnNRoa1BE1yXRxud94s6vMsI/auhn95TG58Z0Rz9psRT4HzgDKeHf/uVbdfK"
                    + "R9O3gqxlB4mzZAyTCqHhUQERmGiISC2FeuKkAwVk/ZxXiFqSTUCizwXcczGbzEbC+pBJTi6jX5Pa2yI9cT5C8xaG"
                    + "GUzEaKdNWukcs73uvXoFl/5y0Y29PkfE8UlPWpN4kZn7hrcOllcqqV9ZMH+rBbGViIw0yZ6yQUciEJzO8Gk3yz36"
                    + "lIT30VhCgKXMu+kELEPTRSVXqEQkCXBcfNOhgl3LIso";

    private final Primitives primitives;
    private final Json json;

    BackupVectors(Host host) {
        primitives = host.primitives();
        json = host.json();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("a session that libolm encrypted", this::libolm),
                new Case("a session of rust-sdk", this::rust),
                new Case("a session of js-sdk", this::js),
                new Case("a session of our own", this::ours));
    }

    private void libolm() throws CryptoException {
        BackupDecryption backup = new BackupDecryption(
                primitives, primitives.agreementKey(RecoveryKey.read(DECRYPTION_KEY)));
        Check.equal(PUBLIC_KEY, backup.publicKey().base64());
        byte[] session = backup.decrypt(BackedUpSession.read(JsonObject.builder()
                .put("ciphertext", "odMLkzc1dW4WMefSu7xd/ULzBpjgHXqnIbfyrG+6gAk")
                .put("mac", "zpzU6BkZcNI")
                .put("ephemeral", "3p7bfXt9wbTTW2HC7OQ1Nz+DQ8hbeGdNrfx+FG+IK08")
                .build()));
        Check.equal("{\"session\":\"example\"}", StrictUtf8.decode(session));
    }

    private void rust() throws CryptoException, JsonSyntaxException {
        JsonObject session = decrypted("Ha9cklU/9NqFo9WKdVfGzmqUL/9wlkdxfEitbSIPVXw", JsonObject.builder()
                .put("ephemeral", "HlLi76oV6wxHz3PCqE/bxJi6yF1HnYz5Dq3T+d/KpRw")
                .put("ciphertext", RUST_CIPHERTEXT)
                .put("mac", "GtMrurhDTwo")
                .build());
        Check.equal("m.megolm.v1.aes-sha2", session.requireString("algorithm"));
    }

    private void js() throws CryptoException, JsonSyntaxException {
        JsonObject session = decrypted("dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=", JsonObject.builder()
                .put("ephemeral", "q+P1WdRtEiPIEtNuuGrRcueZxUbLnSKdsuTAkxewXgU")
                .put("ciphertext", JS_CIPHERTEXT)
                .put("mac", "OibmACbORhI")
                .build());
        Check.equal("WimPd2udAU/1S/+YBpPbmr9L+0H5H+BnAVHSwDxlPGc", session.requireString("sender_key"));
        Check.equal(
                "Bhbpt6hqMZlSH4sJV7xiEEEiPVeTWz4Vkujl1EMdIPI",
                session.at("sender_claimed_keys").requireString("ed25519"));
    }

    private void ours() throws CryptoException {
        BackupDecryption backup = new BackupDecryption(primitives, primitives.newAgreementKey());
        Curve25519PublicKey publicKey = backup.publicKey();
        BackedUpSession sealed = new BackupEncryption(primitives, publicKey).encrypt(Utf8.encode("{}"));
        Check.equal("{}", StrictUtf8.decode(backup.decrypt(BackedUpSession.read(sealed.toJson()))));
    }

    private JsonObject decrypted(String decryptionKey, JsonObject sessionData)
            throws CryptoException, JsonSyntaxException {
        byte[] key = UnpaddedBase64.decode(decryptionKey);
        BackupDecryption backup = new BackupDecryption(primitives, primitives.agreementKey(key));
        return (JsonObject) json.parse(StrictUtf8.decode(backup.decrypt(BackedUpSession.read(sessionData))));
    }
}
