package chat.pando.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A JSON array. */
public record JsonArray(List<JsonValue> values) implements JsonValue, Iterable<JsonValue> {

    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        values = List.copyOf(values);
    }

    public static JsonArray of(JsonValue... values) {
        return new JsonArray(Arrays.asList(values));
    }

    /** An array of strings. */
    public static JsonArray ofStrings(Iterable<String> strings) {
        List<JsonValue> values = new ArrayList<>();
        strings.forEach(s -> values.add(new JsonString(s)));
        return new JsonArray(values);
    }

    public int size() {
        return values.size();
    }

    /** The elements that are objects, in order; others are passed over. */
    public List<JsonObject> objects() {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonValue value : values) {
            if (value instanceof JsonObject object) {
                objects.add(object);
            }
        }
        return objects;
    }

    /** The elements that are strings, in order; others are passed over. */
    public List<String> strings() {
        List<String> strings = new ArrayList<>();
        for (JsonValue value : values) {
            if (value instanceof JsonString string) {
                strings.add(string.value());
            }
        }
        return strings;
    }

    @Override
    public Iterator<JsonValue> iterator() {
        return values.iterator();
    }
}
