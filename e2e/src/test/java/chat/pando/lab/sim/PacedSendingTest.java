package chat.pando.lab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.lab.sim.browser.Page;
import chat.pando.lab.sim.server.Homeserver;
import chat.pando.protocol.Command;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.TimelineItem;
import chat.pando.tab.model.OpenRoom;
import chat.pando.tab.model.RoomEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole cores on a server with the limits that Synapse has by default: 0.2 messages a second, and a burst of 10. */
class PacedSendingTest {

    private static final int ROOMS = 5;
    private static final int EACH = 20;
    private static final long ALLOWED_MILLIS = (ROOMS * EACH - 10) * 5_000L;
    private static final long PATIENCE_MILLIS = 3_600_000;

    @Test
    void aHundredMessagesFromFiveRoomsArriveInOrderWithinAFifthMoreThanTheLimitAllows() {
        try (World world = new World(1)) {
            new Walk(world, step -> {}).begin();
            world.server().limit(1_000, 1_000);
            Page alice = world.browsers().get(0).pages().get(0);
            Page bob = world.browsers().get(1).pages().get(0);
            List<String> rooms = rooms(world, alice, bob);
            world.server().limit(0.2, 10);
            long began = world.now();
            for (int i = 0; i < EACH; i++) {
                for (String room : rooms) {
                    alice.send(Homeserver.userId("alice"), room, text(rooms, room, i));
                }
            }
            world.run(20_000);
            assertTrue(waiting(world, alice, rooms.get(0)) > 0, "what is held back is seen to wait");
            for (String room : rooms) {
                assertTrue(world.await(() -> sent(world, alice, room) == EACH, PATIENCE_MILLIS));
            }
            long took = world.now() - began;
            assertTrue(took <= 1.2 * ALLOWED_MILLIS, "took " + took + " ms of " + ALLOWED_MILLIS);
            assertTrue(world.server().refusals() <= 20, "refused " + world.server().refusals());
            for (String room : rooms) {
                List<String> expected = IntStream.range(0, EACH).mapToObj(i -> text(rooms, room, i)).toList();
                assertEquals(expected, texts(world, alice, room));
                assertTrue(world.await(() -> texts(world, bob, room).equals(expected), PATIENCE_MILLIS));
            }
            assertEquals(List.of(), world.laws().broken());
        }
    }

    private static String text(List<String> rooms, String room, int number) {
        return "r" + rooms.indexOf(room) + " m" + number;
    }

    /** Rooms that alice has made and bob has joined. */
    private static List<String> rooms(World world, Page alice, Page bob) {
        for (int i = 0; i < ROOMS; i++) {
            alice.ask(new Command.CreateRoom("Room", List.of(Homeserver.userId("bob")), true));
        }
        assertTrue(world.await(() -> rooms(bob, RoomSummary.Membership.INVITE).size() == ROOMS, PATIENCE_MILLIS));
        rooms(bob, RoomSummary.Membership.INVITE).forEach(room -> bob.ask(new Command.AcceptInvite(room)));
        assertTrue(world.await(() -> rooms(bob, RoomSummary.Membership.JOIN).size() == ROOMS, PATIENCE_MILLIS));
        assertTrue(world.await(() -> rooms(alice, RoomSummary.Membership.JOIN).size() == ROOMS, PATIENCE_MILLIS));
        return rooms(alice, RoomSummary.Membership.JOIN);
    }

    private static List<String> rooms(Page page, RoomSummary.Membership membership) {
        return page.model().account().orElseThrow().rooms().entries().stream()
                .map(RoomEntry::room)
                .filter(room -> room.membership() == membership)
                .map(RoomSummary::id)
                .toList();
    }

    private static List<TimelineItem> own(World world, Page page, String room) {
        if (page.model().openRoom().filter(open -> open.id().equals(room)).isEmpty()) {
            page.openRoom(room);
            world.await(() -> page.model().openRoom().filter(open -> open.id().equals(room)).isPresent(), 10_000);
        }
        List<TimelineItem> items = new ArrayList<>();
        page.model().openRoom().map(OpenRoom::timeline).ifPresent(timeline -> timeline.items().stream()
                .filter(item -> item.content() instanceof TimelineItem.Content.Text)
                .forEach(items::add));
        assertTrue(items.stream().noneMatch(item -> item.state() == TimelineItem.State.FAILED));
        return items;
    }

    private static long waiting(World world, Page page, String room) {
        return own(world, page, room).stream()
                .filter(item -> item.state() == TimelineItem.State.WAITING)
                .count();
    }

    private static long sent(World world, Page page, String room) {
        return own(world, page, room).stream().map(TimelineItem::eventId).filter(Optional::isPresent).count();
    }

    private static List<String> texts(World world, Page page, String room) {
        return own(world, page, room).stream()
                .map(item -> ((TimelineItem.Content.Text) item.content()).body())
                .toList();
    }
}
