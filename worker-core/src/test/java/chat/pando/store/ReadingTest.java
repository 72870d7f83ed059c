package chat.pando.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final UserId BOB = new UserId("@bob:test");

    @Test
    void itIsReadAsItWasWritten() {
        Reading reading = Reading.NONE.readUpTo("1").readBy(BOB, "2");
        assertEquals(reading, Reading.decode(reading.encode()));
    }

    @Test
    void anOlderPandoDidNotSayWhoHasRead() {
        JsonObject old = JsonObject.builder().put("own", "1").put("others", "2").build();
        assertEquals(new Reading("1", "2", Map.of(), Optional.empty()), Reading.decode(old));
    }

    @Test
    void whoHasReadFurthestStaysThat() {
        Reading reading = Reading.NONE.readBy(BOB, "2").readBy(new UserId("@carol:test"), "1");
        assertEquals("2", reading.others());
        assertEquals("2", reading.of(BOB));
        assertEquals("", reading.of(new UserId("@dave:test")));
    }
}
