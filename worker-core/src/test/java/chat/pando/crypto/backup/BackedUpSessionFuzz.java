package chat.pando.crypto.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.crypto.Fuzzing;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any JSON in a backup is a session that can be decrypted, or is refused. */
class BackedUpSessionFuzz {

    private static final Fuzzing WORLD = new Fuzzing();
    private static final BackupDecryption BACKUP =
            new BackupDecryption(WORLD.primitives, WORLD.primitives.newAgreementKey());

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void decrypt(byte[] input) {
        Fuzzing.json(input)
                .flatMap(json -> Fuzzing.readOrRefused(() -> BackedUpSession.read(json)))
                .ifPresent(BackedUpSessionFuzz::check);
    }

    private static void check(BackedUpSession session) {
        Fuzzing.readOrRefused(() -> BACKUP.decrypt(session));
        assertEquals(
                session.toJson().text(),
                Fuzzing.expected(() -> BackedUpSession.read(session.toJson())).toJson().text());
    }
}
