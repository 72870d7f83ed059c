package chat.pando.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A JSON object: members in the order in which they were given.
 *
 * <p>The typed accessors answer empty both for a missing member and for one of another type, because what comes from
 * a server is never trusted to have the shape that the spec gives it. Where a member is required, {@code require…}
 * says so with a {@link JsonShapeException}.
 */
public final class JsonObject implements JsonValue {

    public static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, JsonValue> members;

    private JsonObject(Map<String, JsonValue> members) {
        this.members = members;
    }

    /** An object of these members; the map is copied. */
    public static JsonObject of(Map<String, ? extends JsonValue> members) {
        return new JsonObject(Collections.unmodifiableMap(new LinkedHashMap<>(members)));
    }

    /** An object of these members; the map must not change afterwards: for parsers, which build it and let go of it. */
    public static JsonObject adopt(LinkedHashMap<String, JsonValue> members) {
        return new JsonObject(Collections.unmodifiableMap(members));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this object's members. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.members.putAll(members);
        return builder;
    }

    public Map<String, JsonValue> members() {
        return members;
    }

    public Set<String> names() {
        return members.keySet();
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    public Optional<String> string(String name) {
        return members.get(name) instanceof JsonString s ? Optional.of(s.value()) : Optional.empty();
    }

    public Optional<JsonObject> object(String name) {
        return members.get(name) instanceof JsonObject o ? Optional.of(o) : Optional.empty();
    }

    public Optional<JsonArray> array(String name) {
        return members.get(name) instanceof JsonArray a ? Optional.of(a) : Optional.empty();
    }

    /** The integer member of that name; a number with a fraction, or beyond ±(2⁵³ − 1), is none. */
    public OptionalLong integer(String name) {
        return members.get(name) instanceof JsonNumber n && n.isInteger()
                ? OptionalLong.of((long) n.value())
                : OptionalLong.empty();
    }

    public Optional<Boolean> bool(String name) {
        return members.get(name) instanceof JsonBool b ? Optional.of(b.value()) : Optional.empty();
    }

    /** The object at the end of a path of names, or the empty object where any step is missing. */
    public JsonObject at(String... path) {
        JsonObject here = this;
        for (String name : path) {
            if (!(here.members.get(name) instanceof JsonObject next)) {
                return EMPTY;
            }
            here = next;
        }
        return here;
    }

    public String requireString(String name) {
        return string(name).orElseThrow(() -> new JsonShapeException(name, "a string"));
    }

    public JsonObject requireObject(String name) {
        return object(name).orElseThrow(() -> new JsonShapeException(name, "an object"));
    }

    public JsonArray requireArray(String name) {
        return array(name).orElseThrow(() -> new JsonShapeException(name, "an array"));
    }

    public long requireInteger(String name) {
        return integer(name).orElseThrow(() -> new JsonShapeException(name, "an integer"));
    }

    public boolean requireBool(String name) {
        return bool(name).orElseThrow(() -> new JsonShapeException(name, "true or false"));
    }

    /** This object without those members. */
    public JsonObject without(String... names) {
        LinkedHashMap<String, JsonValue> rest = new LinkedHashMap<>(members);
        for (String name : names) {
            rest.remove(name);
        }
        return adopt(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "JsonObject" + members.keySet(); // names only: values may be content, and content is never logged
    }

    /** Collects members; a later one of the same name replaces the earlier. */
    public static final class Builder {

        private final LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, JsonValue value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, new JsonString(value));
        }

        public Builder put(String name, long value) {
            return put(name, new JsonNumber(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, new JsonBool(value));
        }

        /** Puts the member where there is a value, and leaves it out where there is none. */
        public Builder put(String name, Optional<String> value) {
            value.ifPresent(v -> put(name, v));
            return this;
        }

        public JsonObject build() {
            return JsonObject.of(members);
        }
    }
}
