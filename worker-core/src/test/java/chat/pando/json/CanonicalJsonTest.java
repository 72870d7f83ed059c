package chat.pando.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.host.JsonSyntaxException;
import chat.pando.jvm.NanoJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Canonical JSON (spec, appendix "Canonical JSON"). */
class CanonicalJsonTest {

    /** The examples of the appendix. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{} | {}",
        "{\"one\": 1, \"two\": \"Two\"} | {\"one\":1,\"two\":\"Two\"}",
        "{\"b\": \"2\", \"a\": \"1\"} | {\"a\":\"1\",\"b\":\"2\"}",
        "{\"b\":\"2\",\"a\":\"1\"} | {\"a\":\"1\",\"b\":\"2\"}",
        "{\"a\": \"日本語\"} | {\"a\":\"日本語\"}",
        "{\"本\": 2, \"日\": 1} | {\"日\":1,\"本\":2}",
        "{\"a\": \"\\u65E5\"} | {\"a\":\"日\"}",
        "{\"a\": null} | {\"a\":null}",
        "{\"a\": -0, \"b\": 1e10} | {\"a\":0,\"b\":10000000000}",
        "{\"auth\": {\"success\": true, \"mxid\": \"@john.doe:example.com\", \"profile\": {\"display_name\": \"John Doe\","
                + " \"three_pids\": [{\"medium\": \"email\", \"address\": \"john.doe@example.org\"},"
                + " {\"medium\": \"msisdn\", \"address\": \"123456789\"}]}}}"
                + " | {\"auth\":{\"mxid\":\"@john.doe:example.com\",\"profile\":{\"display_name\":\"John Doe\","
                + "\"three_pids\":[{\"address\":\"john.doe@example.org\",\"medium\":\"email\"},"
                + "{\"address\":\"123456789\",\"medium\":\"msisdn\"}]},\"success\":true}}"
    })
    void specExamples(String given, String canonical) throws JsonSyntaxException {
        assertEquals(canonical, CanonicalJson.of(new NanoJson().parse(given)));
    }

    @Test
    void namesAreSortedByCodePointNotByCodeUnit() {
        JsonObject object = JsonObject.builder()
                .put("\ud83c\udf33", 1)
                .put("\uff5e", 2)
                .put("a", 3)
                .put("", 4)
                .put("aa", 5)
                .build();
        assertEquals("{\"\":4,\"a\":3,\"aa\":5,\"\uff5e\":2,\"\ud83c\udf33\":1}", CanonicalJson.of(object));
    }

    @Test
    void whatIsNoSafeIntegerIsRefusedByItsName() {
        for (double number : new double[] {0.5, 1e16, -1e16, 9007199254740992.0}) {
            JsonObject object = JsonObject.builder()
                    .put("outer", JsonArray.of(JsonObject.builder().put("age", new JsonNumber(number)).build()))
                    .build();
            JsonShapeException refused = assertThrows(JsonShapeException.class, () -> CanonicalJson.of(object));
            assertEquals("\"age\" should be an integer", refused.getMessage());
        }
        assertEquals("9007199254740991", CanonicalJson.of(new JsonNumber(JsonNumber.MAX_SAFE_INTEGER)));
        assertEquals("-9007199254740991", CanonicalJson.of(new JsonNumber(-JsonNumber.MAX_SAFE_INTEGER)));
    }

    @Test
    void theOrderOfMembersDoesNotMatter() {
        Random random = new Random(7);
        List<String> names = new ArrayList<>(List.of("a", "b", "aa", "ü", "\ud83c\udf33", "\ufffd", "", " ", "\"", "Z"));
        Map<String, JsonValue> first = shuffled(names, random);
        String canonical = CanonicalJson.of(JsonObject.of(first));
        for (int i = 0; i < 200; i++) {
            Map<String, JsonValue> other = shuffled(names, random);
            assertEquals(canonical, CanonicalJson.of(JsonObject.of(other)));
            assertEquals(JsonObject.of(first), JsonObject.of(other));
        }
        assertFalse(canonical.contains(": "));
    }

    private static Map<String, JsonValue> shuffled(List<String> names, Random random) {
        Collections.shuffle(names, random);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        names.forEach(name -> members.put(name, new JsonString(name)));
        return members;
    }
}
