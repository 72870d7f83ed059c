package chat.pando.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Canonical JSON: the one text of a value over which Matrix signs (spec, appendix "Canonical JSON").
 *
 * <p>Members are sorted by Unicode code point, there is no white space, and numbers are integers within ±(2⁵³ − 1).
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * The canonical text of a value.
     *
     * @throws JsonShapeException where it holds a number that canonical JSON forbids
     */
    public static String of(JsonValue value) {
        return sorted(value, "").text();
    }

    private static JsonValue sorted(JsonValue value, String name) {
        if (value instanceof JsonObject object) {
            List<String> names = new ArrayList<>(object.names());
            names.sort(CanonicalJson::byCodePoint);
            LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
            for (String member : names) {
                members.put(member, sorted(object.members().get(member), member));
            }
            return JsonObject.adopt(members);
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> values = new ArrayList<>(array.size());
            for (JsonValue element : array) {
                values.add(sorted(element, name));
            }
            return new JsonArray(values);
        }
        if (value instanceof JsonNumber number && !number.isInteger()) {
            throw new JsonShapeException(name, "an integer");
        }
        return value;
    }

    /** UTF-16 order differs from code-point order where surrogates meet U+E000–U+FFFF, so surrogates are lifted above them. */
    private static int byCodePoint(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(lifted(a.charAt(i)), lifted(b.charAt(i)));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int lifted(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }
}
