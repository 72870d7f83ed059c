package chat.pando.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void valuesAreCompactAndInOrder() {
        JsonObject object = JsonObject.builder()
                .put("z", 1)
                .put("a", true)
                .put("n", JsonNull.NULL)
                .put("list", JsonArray.of(new JsonString("x"), JsonArray.EMPTY, JsonObject.EMPTY))
                .build();
        assertEquals("{\"z\":1,\"a\":true,\"n\":null,\"list\":[\"x\",[],{}]}", object.text());
    }

    @Test
    void onlyWhatMustBeIsEscaped() {
        assertEquals("\"\\\"\\\\/\"", text("\"\\/"));
        assertEquals("\"\\b\\t\\n\\f\\r\"", text("\b\t\n\f\r"));
        assertEquals("\"\\u0000\\u0001\\u001f \u007f\"", text("\u0000\u0001\u001f \u007f"));
        assertEquals("\"ü\u2028</script>\ud83c\udf33\"", text("ü\u2028</script>\ud83c\udf33"));
        assertEquals("{\"\\\"\":\"\"}", JsonObject.builder().put("\"", "").build().text());
    }

    @Test
    void halfASurrogatePairSurvivesUtf8() {
        assertEquals("\"\\ud83c\"", text("\ud83c"));
        assertEquals("\"\\udf33\\ud83c\"", text("\udf33\ud83c"));
        assertEquals("\"a\\ud83cb\ud83c\udf33\\udf33\"", text("a\ud83cb\ud83c\udf33\udf33"));
        String text = text("\ud83c\ud83c\udf33");
        assertEquals(text, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Test
    void wholeNumbersHaveNoFractionAndNoExponent() {
        assertEquals("0", new JsonNumber(0).text());
        assertEquals("0", new JsonNumber(-0.0).text());
        assertEquals("-1", new JsonNumber(-1).text());
        assertEquals("9007199254740991", new JsonNumber(JsonNumber.MAX_SAFE_INTEGER).text());
        assertEquals("1700000000000", new JsonNumber(1_700_000_000_000L).text());
        assertEquals("0.5", new JsonNumber(0.5).text());
    }

    @Test
    void jsonHasNoNanAndNoInfinity() {
        assertThrows(IllegalArgumentException.class, () -> new JsonNumber(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new JsonNumber(Double.NEGATIVE_INFINITY));
    }

    private static String text(String string) {
        return new JsonString(string).text();
    }
}
