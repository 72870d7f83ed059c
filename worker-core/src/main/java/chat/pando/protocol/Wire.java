package chat.pando.protocol;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The strict readings that all codecs share: a member of another type is an error, never taken for a missing one.
 *
 * <p>Both ends of a port are built from this package, so anything else than the exact shape is a fault to be named.
 */
final class Wire {

    /** The member that tells the variants of a sealed type apart. */
    static final String TYPE = "type";

    private Wire() {}

    static JsonObject object(JsonValue value, String what) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new JsonShapeException(what, "an object");
    }

    static JsonObject.Builder typed(String type) {
        return JsonObject.builder().put(TYPE, type);
    }

    static JsonShapeException unknownType(String what) {
        return new JsonShapeException(TYPE, "a known kind of " + what);
    }

    static Optional<String> optionalString(JsonObject from, String name) {
        return from.has(name) ? Optional.of(from.requireString(name)) : Optional.empty();
    }

    static OptionalLong optionalInteger(JsonObject from, String name) {
        return from.has(name) ? OptionalLong.of(from.requireInteger(name)) : OptionalLong.empty();
    }

    static <T> Optional<T> optionalObject(JsonObject from, String name, Function<JsonObject, T> read) {
        return from.has(name) ? Optional.of(read.apply(from.requireObject(name))) : Optional.empty();
    }

    static int smallInteger(JsonObject from, String name) {
        long value = from.requireInteger(name);
        if (value != (int) value) {
            throw new JsonShapeException(name, "an integer of 32 bits");
        }
        return (int) value;
    }

    static List<String> strings(JsonObject from, String name) {
        List<String> strings = new ArrayList<>();
        for (JsonValue value : from.requireArray(name)) {
            if (!(value instanceof JsonString string)) {
                throw new JsonShapeException(name, "an array of strings");
            }
            strings.add(string.value());
        }
        return strings;
    }

    static <T> List<T> objects(JsonObject from, String name, Function<JsonObject, T> read) {
        List<T> list = new ArrayList<>();
        for (JsonValue value : from.requireArray(name)) {
            list.add(read.apply(object(value, name)));
        }
        return list;
    }

    static <T> JsonArray array(List<T> list, Function<T, JsonObject> write) {
        List<JsonValue> values = new ArrayList<>(list.size());
        for (T element : list) {
            values.add(write.apply(element));
        }
        return new JsonArray(values);
    }

    static <E extends Enum<E>> E constant(JsonObject from, String name, E[] constants) {
        String wanted = from.requireString(name);
        for (E constant : constants) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        throw new JsonShapeException(name, "one of the names that this version knows");
    }
}
