package chat.pando.lab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.lab.sim.browser.Page;
import chat.pando.lab.sim.server.Homeserver;
import chat.pando.protocol.Command;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import chat.pando.protocol.TimelineItem.State;
import chat.pando.tab.model.OpenRoom;
import chat.pando.tab.model.RoomEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole cores with a homeserver that hides and reorders messages: what is hidden is noticed, and nothing is pretended. */
class CausalOrderTest {

    private static final String ALICE = Homeserver.userId("alice");
    private static final String BOB = Homeserver.userId("bob");
    private static final String CAROL = Homeserver.userId("carol");
    private static final long PATIENCE_MILLIS = 120_000;
    /** A message that nothing follows is announced after 5 to 7.5 seconds, and fetched at once then. */
    private static final long TAIL_BOUND_MILLIS = 10_000;

    private final World world = new World(3);
    private Page alice;
    private Page bob;
    private String room;

    @BeforeEach
    void aRoomWithThree() {
        new Walk(world, step -> {}).begin();
        world.server().limit(1_000, 1_000);
        alice = world.browsers().get(0).pages().get(0);
        bob = world.browsers().get(1).pages().get(0);
        alice.ask(new Command.CreateRoom("Room", List.of(BOB), true));
        assertTrue(world.await(() -> rooms(bob, RoomSummary.Membership.INVITE).size() == 1, PATIENCE_MILLIS));
        bob.ask(new Command.AcceptInvite(rooms(bob, RoomSummary.Membership.INVITE).get(0)));
        assertTrue(world.await(() -> rooms(bob, RoomSummary.Membership.JOIN).size() == 1, PATIENCE_MILLIS));
        room = rooms(bob, RoomSummary.Membership.JOIN).get(0);
        open(alice);
        open(bob);
        say(alice, "hello");
        say(bob, "hi");
        world.run(10_000);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void deliveredIsWhatTheOtherHasStored() {
        say(alice, "one");
        assertTrue(world.await(() -> state(alice, "one").equals(Optional.of(State.DELIVERED)), PATIENCE_MILLIS));
        assertTrue(texts(bob).contains("one"));
        world.browsers().get(1).setOnline(false);
        say(alice, "two");
        world.run(PATIENCE_MILLIS);
        assertEquals(Optional.of(State.SENT), state(alice, "two"));
        world.browsers().get(1).setOnline(true);
        assertTrue(world.await(() -> state(alice, "two").equals(Optional.of(State.DELIVERED)), PATIENCE_MILLIS));
    }

    @Test
    void aHiddenMessageIsNoticedByTheNextOneAndFetched() {
        world.server().censor().hideNext(1, BOB);
        say(alice, "hidden");
        world.run(500);
        say(alice, "after it");
        assertTrue(world.await(() -> texts(bob).contains("after it"), PATIENCE_MILLIS));
        assertEquals(List.of("hello", "hi", "hidden", "after it"), texts(bob));
    }

    @Test
    void aHiddenLastMessageIsNoticedWithinItsBound() {
        world.server().censor().hideNext(1, BOB);
        say(alice, "hidden");
        assertTrue(world.await(() -> texts(bob).contains("hidden"), TAIL_BOUND_MILLIS));
        assertTrue(world.await(() -> state(alice, "hidden").equals(Optional.of(State.DELIVERED)), PATIENCE_MILLIS));
    }

    @Test
    void whatComesOutOfOrderIsShownInOrder() {
        world.server().censor().denyEverything(true);
        world.server().censor().hideNext(1, BOB);
        say(alice, "cause");
        world.run(500);
        say(alice, "effect");
        world.run(5_000);
        assertEquals(List.of("hello", "hi"), texts(bob), "an effect waits for its cause");
        world.server().release(BOB);
        assertTrue(world.await(() -> texts(bob).contains("effect"), PATIENCE_MILLIS));
        assertEquals(List.of("hello", "hi", "cause", "effect"), texts(bob));
        assertEquals(0, missing(bob));
    }

    @Test
    void whatIsNotGivenOutIsToldAndFillsInLater() {
        world.server().censor().denyEverything(true);
        world.server().censor().hideNext(1, BOB);
        say(alice, "hidden");
        world.run(500);
        say(alice, "after it");
        assertTrue(world.await(() -> missing(bob) == 1, 25_000));
        assertEquals(List.of("hello", "hi", "after it"), texts(bob));
        assertTrue(world.await(() -> texts(bob).contains("hidden"), 400_000), "another device passes it on");
        assertEquals(List.of("hello", "hi", "hidden", "after it"), texts(bob), "in its place");
        assertEquals(0, missing(bob));
        assertTrue(world.await(() -> state(alice, "hidden").equals(Optional.of(State.DELIVERED)), PATIENCE_MILLIS));
    }

    @Test
    void numbersHaveNoHolesHoweverOftenTheCoreDies() {
        for (int i = 0; i < 12; i++) {
            world.browsers().get(0).killCore(3 + 9 * i);
            say(alice, "m" + i);
            assertTrue(world.await(() -> alice.live() && texts(alice).size() > 2, PATIENCE_MILLIS));
            world.run(20_000);
        }
        List<String> all = new ArrayList<>(List.of("hello", "hi"));
        for (int i = 0; i < 12; i++) {
            all.add("m" + i);
        }
        assertTrue(world.await(() -> texts(bob).equals(all), 600_000), () -> texts(bob).toString());
        world.run(60_000);
        assertEquals(0, missing(bob), "no number without a message");
    }

    /** His receipt mostly comes before his device's acknowledgement. */
    @Test
    void whatOneHasReadIsReadThoughAnothersDeviceSleeps() {
        carolJoins();
        world.browsers().get(2).setOnline(false);
        say(alice, "one");
        assertTrue(world.await(() -> texts(bob).contains("one"), PATIENCE_MILLIS));
        String event = items(bob).get(items(bob).size() - 1).eventId().orElseThrow();
        bob.ask(new Command.MarkRead(room, event));
        assertTrue(world.await(() -> state(alice, "one").equals(Optional.of(State.READ)), PATIENCE_MILLIS));
    }

    private Page carolJoins() {
        Page carol = world.browsers().get(2).pages().get(0);
        alice.ask(new Command.InviteUser(room, CAROL));
        assertTrue(world.await(() -> rooms(carol, RoomSummary.Membership.INVITE).size() == 1, PATIENCE_MILLIS));
        carol.ask(new Command.AcceptInvite(room));
        assertTrue(world.await(() -> rooms(carol, RoomSummary.Membership.JOIN).size() == 1, PATIENCE_MILLIS));
        open(carol);
        return carol;
    }

    @Test
    void whoJoinsLaterWaitsForNothing() {
        Page carol = carolJoins();
        say(bob, "welcome");
        assertTrue(world.await(() -> texts(carol).contains("welcome"), 5_000), "at once");
        say(carol, "thanks");
        assertTrue(world.await(() -> texts(alice).contains("thanks"), 5_000));
        world.run(60_000);
        assertEquals(0, missing(carol));
        assertEquals(Optional.of(State.DELIVERED), state(carol, "thanks"));
    }

    private void say(Page page, String text) {
        page.send(page == alice ? ALICE : page == bob ? BOB : CAROL, room, text);
        world.run(300);
    }

    private void open(Page page) {
        page.openRoom(room);
        assertTrue(world.await(() -> page.model().openRoom().isPresent(), PATIENCE_MILLIS));
    }

    private static List<String> rooms(Page page, RoomSummary.Membership membership) {
        return page.model().account().orElseThrow().rooms().entries().stream()
                .map(RoomEntry::room)
                .filter(known -> known.membership() == membership)
                .map(RoomSummary::id)
                .toList();
    }

    private static List<TimelineItem> items(Page page) {
        return page.model().openRoom().map(OpenRoom::timeline).map(t -> List.copyOf(t.items())).orElse(List.of());
    }

    private static List<String> texts(Page page) {
        return items(page).stream()
                .filter(item -> item.content() instanceof Content.Text)
                .map(item -> ((Content.Text) item.content()).body())
                .toList();
    }

    private static long missing(Page page) {
        return items(page).stream().filter(item -> item.content() instanceof Content.Missing).count();
    }

    private static Optional<State> state(Page page, String text) {
        return items(page).stream()
                .filter(item -> item.content() instanceof Content.Text said && said.body().equals(text))
                .map(TimelineItem::state)
                .findFirst();
    }
}
