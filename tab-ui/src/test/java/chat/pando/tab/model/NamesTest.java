package chat.pando.tab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.protocol.Member;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void nobodyCanPassForAnother() {
        Names names = new Names(List.of(
                member("@bob:x", "Bob"), member("@b0b:y", "Bob"), member("@eve:y", "@bob:x"),
                member("@carol:x", "Carol"),
                member("@dave:x", " "), new Member("@erin:x", Optional.empty(), false, 0)));
        assertEquals("Bob (@bob:x)", names.of("@bob:x"));
        assertEquals("Bob (@b0b:y)", names.of("@b0b:y"));
        assertEquals("@bob:x (@eve:y)", names.of("@eve:y"));
        assertEquals("Carol", names.of("@carol:x"));
        assertEquals("@dave:x", names.of("@dave:x"));
        assertEquals("@erin:x", names.of("@erin:x"));
        assertEquals("@stranger:x", names.of("@stranger:x"));
    }

    private static Member member(String id, String name) {
        return new Member(id, Optional.of(name), false, 0);
    }
}
