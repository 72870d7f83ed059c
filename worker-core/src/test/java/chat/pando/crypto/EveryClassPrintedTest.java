package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No class of the cryptography prints what it holds, nor does one that is yet to be written: each is found, filled with
 * bytes and texts that are easily recognised, and printed.
 */
class EveryClassPrintedTest {

    /** Texts that the server, and whoever reads along, knows anyway. */
    private static final Set<String> PUBLIC_TEXTS = Set.of(
            "OneTimeKey.keyId", "Encrypted.ciphertext", "AllEncrypted.ciphertexts");

    private static final List<String> FORMS_OF_BYTES = formsOfBytes();

    @TestFactory
    Stream<DynamicTest> printsNothing() throws IOException, URISyntaxException {
        Path classes = Path.of(Olm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> printing;
        try (Stream<Path> files = Files.walk(classes.resolve("chat/pando/crypto"))) {
            printing = files.map(classes::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .<Class<?>>map(EveryClassPrintedTest::load)
                    .filter(EveryClassPrintedTest::printsItself)
                    .toList();
        }
        assertTrue(printing.size() > 20, "there are classes to look at");
        return printing.stream().map(type -> DynamicTest.dynamicTest(type.getName(), () -> check(type)));
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.').replace('\\', '.');
        try {
            return Class.forName(name, false, EveryClassPrintedTest.class.getClassLoader());
        } catch (ClassNotFoundException unreadable) {
            throw new UncheckedIOException(new IOException(unreadable));
        }
    }

    /** What inherits Object's words says its name only. Records say all that they hold, unless they are told not to. */
    private static boolean printsItself(Class<?> type) {
        try {
            return !Enum.class.isAssignableFrom(type)
                    && !Modifier.isAbstract(type.getModifiers())
                    && type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void check(Class<?> type) {
        Object invented = new Invented()
                .of(type)
                .orElseThrow(() -> new AssertionError("Teach Invented what it needs to make a " + type));
        String printed = invented.toString();
        for (String form : FORMS_OF_BYTES) {
            assertFalse(printed.contains(form), () -> "bytes are told: " + printed);
        }
        String rest = printed;
        for (String text : PUBLIC_TEXTS) {
            rest = rest.replace("text:" + text, "");
        }
        assertFalse(rest.contains("text:"), () -> "a text is told: " + printed);
    }

    private static List<String> formsOfBytes() {
        byte[] bytes = new byte[6];
        Arrays.fill(bytes, Invented.BYTE);
        return List.of(
                Base64.getEncoder().encodeToString(bytes),
                "5a5a5a",
                "5A5A5A",
                "90, 90",
                "90,90",
                new String(bytes, StandardCharsets.US_ASCII));
    }
}
