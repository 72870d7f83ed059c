package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That each file of the cryptography says by which section of which specification it can be checked. */
class CitationsTest {

    private static final Path SOURCES = Path.of("src/main/java/chat/pando/crypto");
    private static final Pattern SECTION =
            Pattern.compile("\\b(spec|specification|appendix)\\b[^.]*(\"|\\{@code )|RFC \\d+|MSC\\d+|NIST SP");

    @Test
    void everyFileNamesWhatItFollows() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SOURCES)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
        assertFalse(files.isEmpty());
        assertEquals(List.of(), files.stream().filter(file -> !namesASection(file)).toList());
    }

    private static boolean namesASection(Path file) {
        try {
            String text = Files.readString(file).replaceAll("\\s+\\*?\\s*", " ");
            return SECTION.matcher(text).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
