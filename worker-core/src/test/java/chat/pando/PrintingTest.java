package chat.pando;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.CryptoException;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The tenth law, of what is printed: no record tells content, keys, tokens or names, whoever logs it or puts it into an
 * exception.
 */
class PrintingTest {

    private static final Pattern TEXT = Pattern.compile(FilledRecord.TEXT);

    /** Components that may be printed: opaque identifiers, and words that the protocol or Pando has chosen. */
    private static final Set<String> HARMLESS = Set.of(
            "algorithm", "asker", "ciphertext", "ciphertexts", "code", "eventId", "from", "id", "instance", "key", "keyId",
            "kind", "method", "older", "oneTimeKeyCounts", "order", "others", "owing", "own", "prevBatch", "reason", "recent",
            "removed", "request", "requests", "room", "session", "tab", "type", "unusedFallbackKeys", "url", "window");

    private final FilledRecord filled;

    PrintingTest() throws CryptoException {
        filled = new FilledRecord();
    }

    @TestFactory
    Stream<DynamicTest> records() {
        return allRecords().map(record ->
                DynamicTest.dynamicTest(record.getName(), () -> assertEquals(Set.of(), told(record))));
    }

    @Test
    void mostRecordsCanBeFilled() {
        List<Class<?>> records = allRecords().toList();
        long looked = records.stream().filter(record -> filled.of(record).isPresent()).count();
        assertTrue(looked > 100 && looked > records.size() * 4 / 5, looked + " of " + records.size());
    }

    private Set<String> told(Class<?> record) {
        Set<String> told = new TreeSet<>();
        filled.of(record).ifPresent(value -> {
            Matcher texts = TEXT.matcher(value.toString());
            while (texts.find()) {
                if (!HARMLESS.contains(texts.group(2))) {
                    told.add(texts.group(1) + "." + texts.group(2));
                }
            }
        });
        return told;
    }

    private static Stream<Class<?>> allRecords() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("chat.pando").stream()
                .filter(found -> found.isRecord() && !found.getPackageName().equals("chat.pando.browser"))
                .map(JavaClass::reflect);
    }
}
