package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.TimelineItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whole cores on a real homeserver that has the limits of Synapse: 0.2 messages a second, a burst of 10. It takes eight
 * minutes; the same on a simulated clock and server is part of every build.
 */
@Tag("homeserver")
@EnabledIfSystemProperty(
        named = "pando.limited.homeserver",
        matches = "http.*",
        disabledReason = "needs a homeserver with Synapse's default limits: -Dpando.limited.homeserver=URL")
class LimitedHomeserverTest {

    private static final int ROOMS = 5;
    private static final int EACH = 20;
    private static final long ALLOWED_MILLIS = (ROOMS * EACH - 10) * 5_000L;
    /** A room's next message mostly goes after 25 s; one that is refused, to learn the limit, costs a turn more. */
    private static final long TURN_MILLIS = 120_000;

    private final String homeserver = System.getProperty("pando.limited.homeserver");
    private final List<Profile> profiles = new ArrayList<>();

    @AfterEach
    void stop() {
        profiles.forEach(Profile::stop);
    }

    @Test
    void aHundredMessagesFromFiveRoomsArriveInOrder() {
        TestTab alice = signedUp("alice");
        TestTab bob = signedUp("bob");
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            rooms.add(room(alice, bob));
        }
        long began = System.currentTimeMillis();
        for (int i = 0; i < EACH; i++) {
            for (String room : rooms) {
                alice.ask(new Command.SendText(room, "m" + i));
            }
        }
        List<String> expected = IntStream.range(0, EACH).mapToObj(i -> "m" + i).toList();
        for (String room : rooms) {
            alice.open(room);
            while (sent(alice) < EACH) {
                alice.await("one more", TURN_MILLIS, most(sent(alice)));
            }
            assertEquals(expected, alice.texts());
        }
        long took = System.currentTimeMillis() - began;
        System.getLogger("pando").log(System.Logger.Level.INFO, "took " + took + " ms of " + ALLOWED_MILLIS);
        assertTrue(took <= 1.2 * ALLOWED_MILLIS, "took " + took + " ms of " + ALLOWED_MILLIS);
        for (String room : rooms) {
            bob.open(room);
            bob.await("all messages", tab -> tab.texts().equals(expected));
        }
    }

    private static Predicate<TestTab> most(long before) {
        return tab -> {
            assertTrue(tab.shown().stream().noneMatch(item -> item.state() == TimelineItem.State.FAILED));
            return sent(tab) > before;
        };
    }

    private static long sent(TestTab tab) {
        return tab.shown().stream()
                .filter(item -> item.content() instanceof TimelineItem.Content.Text)
                .filter(item -> !item.order().startsWith("~"))
                .count();
    }

    private TestTab signedUp(String name) {
        Profile profile = new Profile(homeserver);
        profiles.add(profile);
        TestTab tab = profile.tab().hello(Optional.empty());
        String user = tab.ask(new Command.CreateAccount(
                        "", name + "-" + UUID.randomUUID().toString().substring(0, 8), "correct horse battery"))
                .requireString("user_id");
        tab.hello(Optional.of(user));
        tab.await("online", t -> t.state().equals(Optional.of(Connection.State.ONLINE)));
        return tab;
    }

    private static String room(TestTab alice, TestTab bob) {
        String room = alice.ask(new Command.CreateRoom("Grove", List.of(bob.userId().orElseThrow()), true))
                .requireString("room_id");
        bob.await("the invitation", tab -> tab.summary(room)
                .filter(summary -> summary.membership() == RoomSummary.Membership.INVITE)
                .isPresent());
        bob.ask(new Command.AcceptInvite(room));
        return room;
    }
}
