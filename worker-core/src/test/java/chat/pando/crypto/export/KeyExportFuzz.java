package chat.pando.crypto.export;

import chat.pando.conformance.DelegatingPrimitives;
import chat.pando.crypto.Fuzzing;
import chat.pando.jvm.JcaPrimitives;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any file is one of exported keys or is refused, and any bytes inside its frame. */
class KeyExportFuzz {

    private static final KeyExport EXPORT = new KeyExport(new InstantPassphrases(), byte[]::new);

    /** What takes seconds on purpose would leave no time to look for anything. */
    private static final class InstantPassphrases extends DelegatingPrimitives {

        InstantPassphrases() {
            super(new JcaPrimitives());
        }

        @Override
        public byte[] pbkdf2Sha512(char[] passphrase, byte[] salt, int rounds, int length) {
            return new byte[length];
        }
    }

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void read(byte[] input) {
        char[] passphrase = {'p'};
        Fuzzing.readOrRefused(() -> EXPORT.read(new String(input, StandardCharsets.UTF_8), passphrase));
        Fuzzing.readOrRefused(() -> EXPORT.read(Armor.wrap(input), passphrase));
    }
}
