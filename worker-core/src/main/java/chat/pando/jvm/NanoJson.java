package chat.pando.jvm;

import chat.pando.host.Json;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonBool;
import chat.pando.json.JsonNull;
import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON by nanojson. */
public final class NanoJson implements Json {

    @Override
    public JsonValue parse(String text) throws JsonSyntaxException {
        refuseDepth(text);
        Object parsed;
        try {
            parsed = JsonParser.any().from(text);
        } catch (JsonParserException e) {
            // Its message quotes the text, so only the place is passed on.
            throw new JsonSyntaxException("no JSON, at character " + e.getCharOffset());
        }
        return value(parsed);
    }

    /** nanojson recurses, so what is too deep is found before it runs. */
    private static void refuseDepth(String text) throws JsonSyntaxException {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '[' || c == '{') {
                if (++depth > MAX_DEPTH) {
                    throw new JsonSyntaxException("nested too deep");
                }
            } else if (c == ']' || c == '}') {
                depth--;
            }
        }
    }

    private static JsonValue value(Object parsed) throws JsonSyntaxException {
        if (parsed instanceof String string) {
            return new JsonString(string);
        }
        if (parsed instanceof Number number) {
            return number(number.doubleValue());
        }
        if (parsed instanceof Boolean bool) {
            return new JsonBool(bool);
        }
        if (parsed instanceof com.grack.nanojson.JsonObject object) {
            LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
            for (Map.Entry<String, Object> member : object.entrySet()) {
                members.put(member.getKey(), value(member.getValue()));
            }
            return JsonObject.adopt(members);
        }
        if (parsed instanceof com.grack.nanojson.JsonArray array) {
            List<JsonValue> values = new ArrayList<>(array.size());
            for (Object element : array) {
                values.add(value(element));
            }
            return new JsonArray(values);
        }
        return JsonNull.NULL;
    }

    private static JsonValue number(double number) throws JsonSyntaxException {
        if (Double.isInfinite(number)) {
            throw new JsonSyntaxException("a number is out of range");
        }
        return new JsonNumber(number);
    }
}
