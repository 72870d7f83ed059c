package chat.pando.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * The core is no larger than it need be. When it grows by a quarter all at once, TeaVM takes it that everybody's
 * {@code equals} might be suspended, and compiles nearly all methods as state machines, which makes them slow as well: see
 * "What cryptography costs" in the README of worker-core.
 */
class CoreSizeIT {

    /** It has 1.34 MB now, and had 1.70 when that happened. */
    private static final long LARGEST = 1_500_000;

    @Test
    void theCoreIsCompiledAsPlainFunctionsWhereItCanBe() throws IOException {
        long size = Files.size(Settings.site().resolve("core.js"));
        assertTrue(size < LARGEST, "core.js has " + size + " bytes");
    }
}
