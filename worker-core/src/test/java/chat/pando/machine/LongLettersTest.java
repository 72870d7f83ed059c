package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonObject;
import chat.pando.json.Utf8;
import chat.pando.store.KeyRange;
import chat.pando.store.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A homeserver takes no to-device message of more than 65,536 bytes; longer letters arrive all the same. */
class LongLettersTest {

    private static final int MOST_BYTES = 65_536;
    private static final String TYPE = "chat.pando.repair";

    private final World world = new World();
    private final Client alice = world.client("@alice:test", "A1");
    private final Client bob = world.client("@bob:test", "B1");

    @BeforeEach
    void meet() {
        world.meet(alice, bob);
        alice.say(World.ROOM, "begins the sessions");
        world.sync(bob);
    }

    private DeviceLetter letter(String text) {
        return letter(TYPE, JsonObject.builder().put("text", text).build());
    }

    private DeviceLetter letter(String type, JsonObject content) {
        DeviceName to = new DeviceName(bob.user(), bob.device());
        return new DeviceLetter(to, type, content, world.clock.now() + World.HOUR);
    }

    private Mailed send(DeviceLetter letter) {
        return alice.job(draft -> alice.machine().send(List.of(letter), draft));
    }

    private List<String> heard() {
        return bob.letters().stream().map(mail -> mail.content().requireString("text")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"\\", "\u0001", "ä", "\ud83c\udf32"})
    void itComesInPartsThatFitAndIsOneLetter(String character) {
        String text = character.repeat(48_000 / Utf8.encode(character).length);
        send(letter(text));
        alice.outgoing().forEach(request -> {
            JsonObject messages = request.request().body().orElseThrow().requireObject("messages");
            JsonObject sealed = messages.at(bob.user().value(), bob.device().value());
            assertTrue(Utf8.encode(sealed.text()).length <= MOST_BYTES, "too long for a homeserver");
        });
        alice.flush();
        world.sync(bob);
        assertEquals(List.of(text), heard());
        assertEquals(TYPE, bob.letters().get(0).type());
        assertEquals(0, bob.store().scan(Table.LETTERS, KeyRange.all()).size(), "nothing is left of the parts");
    }

    @Test
    void aLetterThatJustFitsIsNotCut() {
        assertEquals(1, send(letter("x".repeat(LongLetters.MOST_BYTES - 11))).requests().size());
        assertEquals(2, send(letter("x".repeat(LongLetters.MOST_BYTES - 10))).requests().size());
    }

    @Test
    void partsMayComeInSeveralSyncsAndACrashLosesNone() {
        String text = "long ".repeat(20_000);
        send(letter(text));
        for (OutgoingRequest request : alice.outgoing()) {
            alice.exchange(request);
            world.sync(bob);
            bob.restart();
        }
        assertEquals(List.of(text), heard());
    }

    @Test
    void aLetterThatIsTooLongForAnyIsLeftOutByName() {
        Mailed mailed = send(letter("x".repeat(LongLetters.MOST_BYTES * LongLetters.MOST_PARTS + 1)));
        assertEquals(Set.of(new DeviceName(bob.user(), bob.device())), mailed.leftOut());
        assertEquals(List.of(), alice.outgoing());
    }

    @Test
    void memoryForPartsIsOneLetterOfEachDevice() {
        for (int i = 0; i < 20; i++) {
            send(letter(LongLetters.TYPE, part("letter" + i, 0, 3, "x".repeat(20_000))));
            alice.flush();
            world.sync(bob);
        }
        assertEquals(1, bob.store().scan(Table.LETTERS, KeyRange.all()).size());
        world.clock.advance(2 * World.HOUR);
        world.sync(bob);
        assertEquals(0, bob.store().scan(Table.LETTERS, KeyRange.all()).size());
    }

    @Test
    void law11PartsThatCannotBeAreIgnored() {
        List<JsonObject> bad = List.of(
                JsonObject.EMPTY,
                part("a", -1, 2, "{}"),
                part("a", 2, 2, "{}"),
                part("a", 0, 1_000, "{}"),
                part("a", 0, 1, "no JSON"),
                part("a", 0, 1, "[]"),
                part("a", 0, 1, "{}").toBuilder().put("type", "m.room_key").build());
        bad.forEach(content -> send(letter(LongLetters.TYPE, content)));
        alice.flush();
        world.sync(bob);
        assertEquals(List.of(), bob.letters());
    }

    private static JsonObject part(String letter, int index, int count, String text) {
        return JsonObject.builder()
                .put("letter", letter)
                .put("type", TYPE)
                .put("index", index)
                .put("count", count)
                .put("text", text)
                .build();
    }
}
