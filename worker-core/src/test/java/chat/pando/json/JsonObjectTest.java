package chat.pando.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    private static final JsonObject OBJECT = JsonObject.builder()
            .put("string", "text")
            .put("integer", 7)
            .put("fraction", new JsonNumber(0.5))
            .put("huge", new JsonNumber(1e300))
            .put("bool", true)
            .put("nothing", JsonNull.NULL)
            .put("array", JsonArray.of(new JsonString("a"), new JsonNumber(1), JsonObject.EMPTY))
            .put("object", JsonObject.builder().put("inner", JsonObject.builder().put("x", "y").build()).build())
            .build();

    @Test
    void accessorsAnswerWhatIsOfTheirType() {
        assertEquals(Optional.of("text"), OBJECT.string("string"));
        assertEquals(OptionalLong.of(7), OBJECT.integer("integer"));
        assertEquals(Optional.of(true), OBJECT.bool("bool"));
        assertEquals(List.of("a"), OBJECT.array("array").orElseThrow().strings());
        assertEquals(List.of(JsonObject.EMPTY), OBJECT.array("array").orElseThrow().objects());
        assertEquals("y", OBJECT.at("object", "inner").requireString("x"));
    }

    @Test
    void accessorsAnswerEmptyForAnotherTypeAndForWhatIsMissing() {
        for (String name : List.of("missing", "nothing", "array", "object")) {
            assertEquals(Optional.empty(), OBJECT.string(name), name);
            assertEquals(OptionalLong.empty(), OBJECT.integer(name), name);
            assertEquals(Optional.empty(), OBJECT.bool(name), name);
        }
        assertEquals(OptionalLong.empty(), OBJECT.integer("fraction"));
        assertEquals(OptionalLong.empty(), OBJECT.integer("huge"));
        assertEquals(Optional.empty(), OBJECT.array("object"));
        assertEquals(Optional.empty(), OBJECT.object("array"));
        assertSame(JsonObject.EMPTY, OBJECT.at("object", "missing", "x"));
        assertSame(JsonObject.EMPTY, OBJECT.at("string", "x"));
    }

    @Test
    void requiredMembersAreNamedAndNotQuoted() {
        JsonShapeException refused = assertThrows(JsonShapeException.class, () -> OBJECT.requireInteger("string"));
        assertEquals("\"string\" should be an integer", refused.getMessage());
        assertThrows(JsonShapeException.class, () -> OBJECT.requireString("missing"));
        assertThrows(JsonShapeException.class, () -> OBJECT.requireObject("array"));
        assertThrows(JsonShapeException.class, () -> OBJECT.requireArray("object"));
        assertThrows(JsonShapeException.class, () -> OBJECT.requireBool("integer"));
    }

    @Test
    void equalByContentWhateverTheOrder() {
        JsonObject ab = JsonObject.builder().put("a", 1).put("b", 2).build();
        JsonObject ba = JsonObject.builder().put("b", 2).put("a", 1).build();
        assertEquals(ab, ba);
        assertEquals(ab.hashCode(), ba.hashCode());
        assertNotEquals(ab, ab.without("a"));
        assertEquals(new JsonNumber(0), new JsonNumber(-0.0));
        assertNotEquals(new JsonString("1"), new JsonNumber(1));
    }

    @Test
    void nothingChangesAnObject() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("a", JsonNull.NULL);
        JsonObject object = JsonObject.of(members);
        members.put("b", JsonNull.NULL);
        assertFalse(object.has("b"));
        assertThrows(UnsupportedOperationException.class, () -> object.members().put("c", JsonNull.NULL));
        JsonObject changed = object.toBuilder().put("a", "new").build();
        assertEquals(Optional.of(JsonNull.NULL), object.get("a"));
        assertEquals(Optional.of("new"), changed.string("a"));
        assertTrue(object.without("a").isEmpty());
    }

    @Test
    void namesKeepTheirOrderAndOptionalMembersCanBeLeftOut() {
        JsonObject object = JsonObject.builder()
                .put("z", 1)
                .put("left out", Optional.empty())
                .put("a", Optional.of("here"))
                .put("z", 2)
                .build();
        assertEquals("{\"z\":2,\"a\":\"here\"}", object.text());
    }

    @Test
    void contentIsNotShownByAccident() {
        String secret = "swordfish";
        JsonObject object = JsonObject.builder()
                .put("body", secret)
                .put("list", JsonArray.of(new JsonString(secret)))
                .build();
        assertFalse(object.toString().contains(secret));
        assertFalse(object.get("body").orElseThrow().toString().contains(secret));
        assertFalse(object.get("list").orElseThrow().toString().contains(secret));
    }
}
