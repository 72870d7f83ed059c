package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.crypto.attachment.AttachmentKey;
import chat.pando.crypto.backup.BackedUpSession;
import chat.pando.crypto.sas.SasMac;
import chat.pando.crypto.secret.EncryptedSecret;
import chat.pando.crypto.secret.KeyDescription;
import chat.pando.crypto.signing.CrossSigningKey;
import chat.pando.crypto.signing.KeyUsage;
import chat.pando.json.JsonObject;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any JSON is what it is taken for or is refused; what was read is written so that it reads the same again. */
class ForeignJsonFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void read(byte[] input) {
        Fuzzing.json(input).ifPresent(ForeignJsonFuzz::readAs);
    }

    private static void readAs(JsonObject json) {
        Fuzzing.readOrRefused(() -> AttachmentKey.read(json)).map(AttachmentKey::toJson).ifPresent(written ->
                assertEquals(written, Fuzzing.expected(() -> AttachmentKey.read(written)).toJson()));
        Fuzzing.readOrRefused(() -> BackedUpSession.read(json)).map(BackedUpSession::toJson).ifPresent(written ->
                assertEquals(written, Fuzzing.expected(() -> BackedUpSession.read(written)).toJson()));
        Fuzzing.readOrRefused(() -> EncryptedSecret.read(json)).map(EncryptedSecret::toJson).ifPresent(written ->
                assertEquals(written, Fuzzing.expected(() -> EncryptedSecret.read(written)).toJson()));
        Fuzzing.readOrRefused(() -> KeyDescription.read(json)).map(KeyDescription::toJson).ifPresent(written ->
                assertEquals(written, Fuzzing.expected(() -> KeyDescription.read(written)).toJson()));
        Fuzzing.readOrRefused(() -> SasMac.read(json)).map(SasMac::toJson).ifPresent(written ->
                assertEquals(written, Fuzzing.expected(() -> SasMac.read(written)).toJson()));
        Fuzzing.readOrRefused(() -> CrossSigningKey.read(KeyUsage.MASTER, "@alice:localhost", json));
    }
}
