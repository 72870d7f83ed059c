package chat.pando.browser;

import chat.pando.host.Json;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonBool;
import chat.pando.json.JsonNull;
import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** JSON by the browser's own parser, whose result is then copied into the tree that the core knows. */
public final class BrowserJson implements Json {

    private static final JsonBool TRUE = new JsonBool(true);
    private static final JsonBool FALSE = new JsonBool(false);

    @Override
    public JsonValue parse(String text) throws JsonSyntaxException {
        JSObject parsed = tryParse(text);
        if (!isParsed(parsed)) {
            throw new JsonSyntaxException("no JSON");
        }
        return copy(valueOf(parsed), 0);
    }

    private static JsonValue copy(JSObject value, int depth) throws JsonSyntaxException {
        return switch (kind(value)) {
            case 0 -> JsonNull.NULL;
            case 1 -> new JsonString(text(value));
            case 2 -> number(value);
            case 3 -> isTrue(value) ? TRUE : FALSE;
            case 4 -> array(value, deeper(depth));
            default -> object(value, deeper(depth));
        };
    }

    private static int deeper(int depth) throws JsonSyntaxException {
        if (depth == MAX_DEPTH) {
            throw new JsonSyntaxException("nested too deep");
        }
        return depth + 1;
    }

    private static JsonValue number(JSObject value) throws JsonSyntaxException {
        double number = doubleOf(value);
        if (Double.isInfinite(number)) {
            throw new JsonSyntaxException("a number is out of range");
        }
        return new JsonNumber(number);
    }

    private static JsonValue array(JSObject array, int depth) throws JsonSyntaxException {
        JsonValue[] values = new JsonValue[length(array)];
        for (int i = 0; i < values.length; i++) {
            values[i] = copy(at(array, i), depth);
        }
        return new JsonArray(Arrays.asList(values));
    }

    private static JsonValue object(JSObject object, int depth) throws JsonSyntaxException {
        JSObject names = names(object);
        int count = length(names);
        LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            JSObject name = at(names, i);
            members.put(text(name), copy(member(object, name), depth));
        }
        return JsonObject.adopt(members);
    }

    @JSBody(params = "text", script = "try { return [JSON.parse(text)]; } catch (e) { return null; }")
    private static native JSObject tryParse(String text);

    @JSBody(params = "parsed", script = "return parsed !== null;")
    private static native boolean isParsed(JSObject parsed);

    @JSBody(params = "parsed", script = "return parsed[0];")
    private static native JSObject valueOf(JSObject parsed);

    @JSBody(
            params = "value",
            script = "switch (typeof value) { case 'string': return 1; case 'number': return 2; case 'boolean': return 3; }"
                    + "return value === null ? 0 : Array.isArray(value) ? 4 : 5;")
    private static native int kind(JSObject value);

    @JSBody(params = "value", script = "return value;")
    private static native String text(JSObject value);

    @JSBody(params = "value", script = "return value;")
    private static native double doubleOf(JSObject value);

    @JSBody(params = "value", script = "return value;")
    private static native boolean isTrue(JSObject value);

    @JSBody(params = "array", script = "return array.length;")
    private static native int length(JSObject array);

    @JSBody(params = {"array", "index"}, script = "return array[index];")
    private static native JSObject at(JSObject array, int index);

    @JSBody(params = "object", script = "return Object.keys(object);")
    private static native JSObject names(JSObject object);

    @JSBody(params = {"object", "name"}, script = "return object[name];")
    private static native JSObject member(JSObject object, JSObject name);
}
