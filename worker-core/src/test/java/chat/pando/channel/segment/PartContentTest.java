package chat.pando.channel.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part is an ordinary message to others; what can't be a part is an ordinary message to Pando. */
class PartContentTest {

    private static final Transfer TRANSFER = new Transfer("abc-_9", 3, 1000, "A".repeat(43));
    private static final Part PART = new Part(TRANSFER, 1, "some text");

    @Test
    void othersReadItAsAText() {
        JsonObject content = PartContent.of(PART);
        assertEquals(Optional.of("m.text"), content.string("msgtype"));
        assertEquals(Optional.of("some text"), content.string("body"));
    }

    @Test
    void pandoReadsThePart() {
        assertEquals(Optional.of(PART), PartContent.read(PartContent.of(PART)));
    }

    @Test
    void anOrdinaryMessageIsNoPart() {
        assertEquals(Optional.empty(), PartContent.read(PartContent.of(PART).without(PartContent.MEMBER)));
        assertEquals(Optional.empty(), PartContent.read(JsonObject.EMPTY));
    }

    @Test
    void anotherFormatIsAnOrdinaryMessage() {
        assertEquals(Optional.empty(), read("format", new JsonString("chat.pando.channel/2")));
        assertEquals(Optional.empty(), read("format", new JsonNumber(1)));
    }

    @Test
    void anotherKindOfMessageIsNoPart() {
        JsonObject notice = PartContent.of(PART).toBuilder().put("msgtype", "m.notice").build();
        assertEquals(Optional.empty(), PartContent.read(notice));
    }

    @ParameterizedTest
    @CsvSource({
        "index, 3", "index, -1", "index, 9007199254740991", "count, 1", "count, 0", "count, 1025", "count, 4294967298",
        "length, 8", "length, 10", "length, 2", "length, 4194305", "length, 4294968296", "length, -9007199254740991"
    })
    void numbersThatCannotBeAreRefused(String name, long value) {
        assertEquals(Optional.empty(), readPlace(name, new JsonNumber(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "a\nb", "ä"})
    void idsThatCannotBeAreRefused(String id) {
        assertEquals(Optional.empty(), readPlace("id", new JsonString(id)));
    }

    @Test
    void aPartOfNothingIsRefused() {
        JsonObject empty = PartContent.of(PART).toBuilder().put("body", "").build();
        assertEquals(Optional.empty(), PartContent.read(empty));
        assertEquals(Optional.empty(), readPlace("sha256", new JsonString("A".repeat(42))));
        assertEquals(Optional.empty(), readPlace("sha256", new JsonNumber(7)));
    }

    @Test
    void nothingOfTheTextIsPrinted() {
        assertFalse(PART.toString().contains("some text"));
        assertFalse(TRANSFER.toString().contains("AAAA"));
        assertTrue(TRANSFER.isSound());
    }

    private static Optional<Part> readPlace(String name, JsonValue value) {
        JsonObject place = PartContent.of(PART).at(PartContent.MEMBER, "segment");
        return read("segment", place.toBuilder().put(name, value).build());
    }

    private static Optional<Part> read(String name, JsonValue value) {
        JsonObject content = PartContent.of(PART);
        JsonObject channel = content.at(PartContent.MEMBER).toBuilder().put(name, value).build();
        return PartContent.read(content.toBuilder().put(PartContent.MEMBER, channel).build());
    }
}
