package chat.pando.tab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomListTest {

    @Test
    void invitationsComeFirstThenTheLatest() {
        RoomList rooms = new RoomList(List.of(
                Given.room("!a:x", "Old", 1), Given.room("!b:x", "New", 9),
                Given.invitation("!c:x", "Invited", "@d:x")));
        assertEquals(List.of("!c:x", "!b:x", "!a:x"), ids(rooms));
        rooms.put(Given.room("!a:x", "Old", 10));
        assertEquals(List.of("!c:x", "!a:x", "!b:x"), ids(rooms));
    }

    @Test
    void roomsOfOneNameAreToldApart() {
        RoomList rooms = new RoomList(List.of(
                Given.room("!abcdefgh:x", "Crew", 3), Given.room("!ijklmnop:x", "Crew", 2),
                Given.room("!q:x", "Grove", 1)));
        List<Optional<String>> hints = rooms.entries().stream().map(RoomEntry::hint).toList();
        assertTrue(hints.get(0).isPresent());
        assertTrue(hints.get(1).isPresent());
        assertNotEquals(hints.get(0), hints.get(1));
        assertEquals(Optional.empty(), hints.get(2));
    }

    private static List<String> ids(RoomList rooms) {
        return rooms.entries().stream().map(entry -> entry.room().id()).toList();
    }
}
