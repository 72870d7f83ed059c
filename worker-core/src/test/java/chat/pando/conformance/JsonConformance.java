package chat.pando.conformance;

import chat.pando.host.Json;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.CanonicalJson;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonBool;
import chat.pando.json.JsonNull;
import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What every {@link Json} promises. */
public final class JsonConformance implements Conformance {

    private static final List<String> MALFORMED = List.of(
            "", " ", "nul", "True", "undefined", "NaN", "Infinity", "[1 2]", "[1,]", "[,1]", "[1", "1]", "{\"a\":1,}",
            "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{a:1}", "{'a':1}", "{\"a\"}", "{", "}", "\"", "\"a", "'a'", "\"\\x\"",
            "\"\\u12\"", "\"\t\"", "\"\n\"", "01", "1.", ".5", "+1", "-", "1e", "0x10", "1 2", "\u00a01", "\ufeff1",
            "// c\n1", "[1]x", "<html>");

    private final Json json;

    public JsonConformance(Json json) {
        this.json = json;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("literals and white space", this::literals),
                new Case("numbers as doubles, whole ones exact", this::numbers),
                new Case("a number beyond a double is refused", this::hugeNumber),
                new Case("all escapes, all of Unicode, lone surrogates", this::strings),
                new Case("members keep their order", this::order),
                new Case("of two members of one name the later wins", this::duplicates),
                new Case("names that mean something to JavaScript are names", this::oddNames),
                new Case("nesting up to the limit, and no deeper", this::depth),
                new Case("malformed texts are refused, and not quoted", this::malformed),
                new Case("whatever was written is read back the same", this::roundTrips),
                new Case("canonical text is a fixed point", this::canonical));
    }

    private void literals() throws JsonSyntaxException {
        Check.equal(JsonNull.NULL, json.parse("null"));
        Check.equal(new JsonBool(true), json.parse(" \t\r\ntrue\n"));
        Check.equal(new JsonBool(false), json.parse("false"));
        Check.equal(JsonArray.EMPTY, json.parse("[ ]"));
        Check.equal(JsonObject.EMPTY, json.parse("{ }"));
        Check.equal(
                JsonArray.of(new JsonNumber(1), JsonNull.NULL, new JsonString("a")), json.parse("[1,null , \"a\"]"));
    }

    private void numbers() throws JsonSyntaxException {
        Check.equal(new JsonNumber(0), json.parse("0"));
        Check.equal(new JsonNumber(0), json.parse("-0"));
        Check.equal(new JsonNumber(-12), json.parse("-12"));
        Check.equal(new JsonNumber(JsonNumber.MAX_SAFE_INTEGER), json.parse("9007199254740991"));
        Check.equal(new JsonNumber(1e20), json.parse("100000000000000000000"));
        Check.equal(new JsonNumber(1.5), json.parse("1.5"));
        Check.equal(new JsonNumber(1000), json.parse("1E3"));
        Check.equal(new JsonNumber(0.025), json.parse("2.5e-2"));
        Check.equal(new JsonNumber(0), json.parse("1e-999"));
    }

    private void hugeNumber() {
        Check.throwsA(JsonSyntaxException.class, () -> json.parse("1e999"));
        Check.throwsA(JsonSyntaxException.class, () -> json.parse("[-1e999]"));
    }

    private void strings() throws JsonSyntaxException {
        Check.equal(new JsonString("\"\\/\b\f\n\r\t"), json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""));
        Check.equal(new JsonString("aé\u2028\ud83c\udf33"), json.parse("\"a\\u00e9\u2028\\ud83c\\udf33\""));
        Check.equal(new JsonString("\u0000\u001f\u007f"), json.parse("\"\\u0000\\u001f\u007f\""));
        Check.equal(new JsonString("x\ud800y\udc00"), json.parse("\"x\\ud800y\\udc00\""));
    }

    private void order() throws JsonSyntaxException {
        JsonObject object = (JsonObject) json.parse("{\"zulu\":1,\"alpha\":{\"y\":1,\"x\":2},\"mike\":[]}");
        Check.equal(List.of("zulu", "alpha", "mike"), List.copyOf(object.names()));
        Check.equal("{\"zulu\":1,\"alpha\":{\"y\":1,\"x\":2},\"mike\":[]}", object.text());
    }

    private void duplicates() throws JsonSyntaxException {
        Check.equal(json.parse("{\"a\":2,\"b\":3}"), json.parse("{\"a\":1,\"b\":3,\"a\":2}"));
    }

    private void oddNames() throws JsonSyntaxException {
        String text = "{\"__proto__\":{\"a\":1},\"constructor\":1,\"toString\":null,\"\":2,\"hasOwnProperty\":3,\"1\":4}";
        JsonObject object = (JsonObject) json.parse(text);
        Check.equal(6, object.names().size());
        Check.equal(1L, object.at("__proto__").requireInteger("a"));
        Check.equal(1L, object.requireInteger("constructor"));
        Check.equal(JsonNull.NULL, object.get("toString").orElseThrow());
        Check.equal(2L, object.requireInteger(""));
        Check.equal(4L, object.requireInteger("1"));
        Check.that(!((JsonObject) json.parse("{}")).has("toString"), "nothing inherited");
    }

    private void depth() throws JsonSyntaxException {
        json.parse("[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH));
        json.parse("{\"a\":".repeat(Json.MAX_DEPTH) + "1" + "}".repeat(Json.MAX_DEPTH));
        json.parse("[" + "[],".repeat(Json.MAX_DEPTH * 2) + "\"[[\\\"{{\"]");
        int tooDeep = Json.MAX_DEPTH + 1;
        Check.throwsA(JsonSyntaxException.class, () -> json.parse("[".repeat(tooDeep) + "]".repeat(tooDeep)));
        Check.throwsA(JsonSyntaxException.class, () -> json.parse("[".repeat(60_000) + "]".repeat(60_000)));
        Check.throwsA(JsonSyntaxException.class, () -> json.parse("[".repeat(60_000)));
    }

    private void malformed() {
        for (String text : MALFORMED) {
            JsonSyntaxException refused = Check.throwsA(JsonSyntaxException.class, () -> json.parse(text));
            Check.that(refused.getCause() == null, "no cause that could quote the text");
        }
        String secret = "swordfish";
        JsonSyntaxException refused = Check.throwsA(JsonSyntaxException.class, () -> json.parse("[" + secret + "]"));
        Check.that(!refused.getMessage().contains(secret), "a message without the text");
    }

    private void roundTrips() throws JsonSyntaxException {
        RandomJson random = new RandomJson(new Random(42));
        for (int i = 0; i < 500; i++) {
            JsonValue value = random.value(4);
            Check.equal(value, json.parse(value.text()));
        }
    }

    private void canonical() throws JsonSyntaxException {
        RandomJson random = new RandomJson(new Random(43));
        for (int i = 0; i < 200; i++) {
            String text = CanonicalJson.of(random.canonicalValue(4));
            Check.equal(text, CanonicalJson.of(json.parse(text)));
        }
    }

    /** Makes values up. */
    private static final class RandomJson {

        private final Random random;
        private boolean onlyIntegers;

        RandomJson(Random random) {
            this.random = random;
        }

        JsonValue canonicalValue(int depth) {
            onlyIntegers = true;
            return value(depth);
        }

        JsonValue value(int depth) {
            switch (random.nextInt(depth > 0 ? 7 : 5)) {
                case 0:
                    return JsonNull.NULL;
                case 1:
                    return new JsonBool(random.nextBoolean());
                case 2:
                    return new JsonNumber(random.nextInt());
                case 3:
                    return new JsonNumber(onlyIntegers ? random.nextInt() : random.nextGaussian() * 1e6);
                case 4:
                    return new JsonString(string());
                case 5:
                    return array(depth);
                default:
                    return object(depth);
            }
        }

        private JsonArray array(int depth) {
            List<JsonValue> values = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                values.add(value(depth - 1));
            }
            return new JsonArray(values);
        }

        private JsonObject object(int depth) {
            JsonObject.Builder members = JsonObject.builder();
            for (int i = random.nextInt(5); i > 0; i--) {
                members.put(string(), value(depth - 1));
            }
            return members.build();
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                string.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
            }
            return string.toString();
        }
    }
}
