package chat.pando.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonBool;
import chat.pando.json.JsonNull;
import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {

    static List<ToCore> toCore() {
        return Samples.toCore();
    }

    static List<FromCore> fromCore() {
        return Samples.fromCore();
    }

    @Test
    void whatIsWrittenOnceReadsLikeAMessageOfItsOwn() {
        for (FromCore message : Samples.fromCore()) {
            String text = FromCoreCodec.encode(message).text();
            if (message instanceof Update update) {
                assertEquals(text, Written.of(update.deltas()).update(update.instance(), update.sequence()));
            } else if (message instanceof Welcome welcome) {
                Written written = Written.of(welcome.snapshot());
                assertEquals(text, written.welcome(welcome.instance(), welcome.lock(), welcome.sequence()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void toCore(ToCore message) {
        assertEquals(message, ToCoreCodec.decode(ToCoreCodec.encode(message)));
    }

    @ParameterizedTest
    @MethodSource
    void fromCore(FromCore message) {
        assertEquals(message, FromCoreCodec.decode(FromCoreCodec.encode(message)));
    }

    @Test
    void theSamplesHoldEveryVariant() {
        assertEquals(variants(Command.class), classes(Samples.commands()));
        assertEquals(variants(Delta.class), classes(Samples.deltas()));
        assertEquals(variants(ToCore.class), classes(Samples.toCore()));
        assertEquals(variants(FromCore.class), classes(Samples.fromCore()));
        assertEquals(
                variants(TimelineItem.Content.class),
                classes(Samples.items().stream().map(TimelineItem::content).toList()));
    }

    /** Every required member, anywhere in a message, replaced by a value of a type that fits nowhere. */
    @Test
    void anotherTypeAnywhereIsRefused() {
        for (ToCore message : Samples.toCore()) {
            refusesEachReplacement(ToCoreCodec.encode(message), ToCoreCodec::decode);
        }
        for (FromCore message : Samples.fromCore()) {
            refusesEachReplacement(FromCoreCodec.encode(message), FromCoreCodec::decode);
        }
    }

    @Test
    void whatIsNoMessageIsRefused() {
        for (JsonValue value : List.of(
                JsonNull.NULL, new JsonString("hello"), JsonArray.EMPTY, JsonObject.EMPTY,
                JsonObject.builder().put("type", "unheard").put("instance", "i").build())) {
            assertThrows(JsonShapeException.class, () -> ToCoreCodec.decode(value));
            assertThrows(JsonShapeException.class, () -> FromCoreCodec.decode(value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob", "carol", "Alice", "Grove", "p\"w", "lines", "hello", "tree.png", "minute"})
    void nothingPrintsWhatItCarriesOfPeople(String word) {
        assertFalse(Samples.toCore().toString().replace("!grove:example.org", "").contains(word));
        assertFalse(Samples.fromCore().toString().replace("!grove:example.org", "").contains(word));
    }

    @Test
    void numbersThatDoNotFitAreRefused() {
        JsonObject hello = ToCoreCodec.encode(Samples.toCore().get(0));
        JsonObject half = hello.toBuilder().put("protocol", new JsonNumber(1.5)).build();
        JsonObject large = hello.toBuilder().put("protocol", 1L << 40).build();
        assertThrows(JsonShapeException.class, () -> ToCoreCodec.decode(half));
        assertThrows(JsonShapeException.class, () -> ToCoreCodec.decode(large));
    }

    @Test
    void aRefusalQuotesNoValue() {
        Command command = new Command.SendText("!r:example.org", "secret");
        JsonObject call = ToCoreCodec.encode(new Call("c", Optional.empty(), command));
        JsonObject wrong = call.toBuilder()
                .put("command", call.requireObject("command").toBuilder().put("type", "secret").build())
                .build();
        JsonShapeException refusal = assertThrows(JsonShapeException.class, () -> ToCoreCodec.decode(wrong));
        assertFalse(refusal.getMessage().contains("secret"));
    }

    private static void refusesEachReplacement(JsonObject message, Function<JsonValue, ?> decode) {
        for (JsonValue broken : replacements(message)) {
            assertThrows(JsonShapeException.class, () -> decode.apply(broken), () -> broken.text());
        }
    }

    /** The value with one part replaced, for each part in turn; a command's free-form result is left alone. */
    private static List<JsonValue> replacements(JsonValue value) {
        List<JsonValue> all = new ArrayList<>();
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> {
                if (!name.equals("result")) {
                    replacements(member).forEach(broken -> all.add(with(object, name, broken)));
                }
                all.add(with(object, name, JsonNull.NULL));
                all.add(with(object, name, otherThan(member)));
            });
        } else if (value instanceof JsonArray array && array.size() > 0) {
            List<JsonValue> values = new ArrayList<>(array.values());
            values.set(0, JsonNull.NULL);
            all.add(new JsonArray(values));
        }
        return all;
    }

    private static JsonValue otherThan(JsonValue value) {
        return value instanceof JsonBool ? new JsonString("true") : new JsonBool(true);
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return JsonObject.of(members);
    }

    private static Set<String> variants(Class<?> sealed) {
        Set<String> names = new TreeSet<>();
        for (Class<?> variant : sealed.getPermittedSubclasses()) {
            names.add(variant.getName());
        }
        return names;
    }

    private static Set<String> classes(List<?> samples) {
        return samples.stream().map(s -> s.getClass().getName()).collect(Collectors.toCollection(TreeSet::new));
    }
}
