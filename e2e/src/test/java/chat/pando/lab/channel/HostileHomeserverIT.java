package chat.pando.lab.channel;

import static java.util.function.Predicate.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Pick;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.proxy.Rule;
import chat.pando.e2e.proxy.Tampering;
import chat.pando.e2e.proxy.WireAnswer;
import chat.pando.e2e.setting.Settings;
import chat.pando.lab.LabHomeserver;
import chat.pando.lab.drive.Patience;
import chat.pando.protocol.TimelineItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A homeserver that drops, hides, repeats and reorders events on purpose: whole cores notice all of it, heal what can
 * be healed, and say what can't. Their time passes ten times as fast.
 */
@Tag("homeserver")
class HostileHomeserverIT {

    private static final int ALICE = 0;
    private static final int BOB = 1;
    private static final int CAROL = 2;

    private static LabHomeserver server;
    private final List<Tampering> tampering = List.of(new Tampering(), new Tampering(), new Tampering());
    private Grove grove;

    @BeforeAll
    static void start() throws IOException {
        server = LabHomeserver.open(
                Settings.homeserver(), Settings.jar(), Settings.target().resolve("hostile").resolve("pando.log"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void everybodyHasSpoken() throws IOException, InterruptedException {
        grove = new Grove(server.url(), 3, new HurriedClock());
        for (int client = 0; client < 3; client++) {
            grove.proxy().rule(Requests.SYNC.and(grove.of(client)), tampering.get(client));
        }
        grove.gather();
        for (int client = 0; client < 3; client++) {
            say(client);
        }
    }

    @AfterEach
    void part() throws IOException {
        grove.close();
    }

    @Test
    void whatItHidesFromOneIsFetched() throws InterruptedException {
        Pick hidden = new Pick(Grove.userOf(ALICE), 0);
        hideFrom(BOB, hidden);
        write(ALICE);
        write(ALICE);
        everythingArrives();
        assertTrue(grove.proxy().traffic().count(Requests.EVENT.and(grove.of(BOB))) > 0, "Bob asked for it");
    }

    @Test
    void whatItDeniesToOneIsHadFromTheOthers() throws InterruptedException {
        Pick denied = new Pick(Grove.userOf(ALICE), 0);
        hideFrom(BOB, denied);
        denyTo(BOB);
        write(ALICE);
        write(ALICE);
        everythingArrives();
    }

    @Test
    void whatItDeniesToAllIsHadFromItsSender() throws InterruptedException {
        Pick denied = new Pick(Grove.userOf(ALICE), 0);
        for (int client : new int[] {BOB, CAROL}) {
            hideFrom(client, denied);
            denyTo(client);
        }
        write(ALICE);
        write(ALICE);
        everythingArrives();
    }

    @Test
    void theLastMessageIsMissedThoughNothingFollowsIt() throws InterruptedException {
        Pick last = new Pick(Grove.userOf(ALICE), 0);
        hideFrom(BOB, last);
        write(ALICE);
        everythingArrives();
    }

    @Test
    void whatNobodyMayGiveIsAGapThatFillsInLater() throws InterruptedException {
        say(ALICE);
        hideFrom(BOB, new Pick(Grove.userOf(ALICE), 0));
        tampering.get(BOB).keepLetters();
        List<Rule> rest = denyTo(BOB);
        Message missed = write(ALICE);
        Message next = write(ALICE);
        grove.ledger().awaitUntil(() -> !grove.ledger().display(BOB).gaps.isEmpty(), Patience.MS);
        assertFalse(grove.ledger().display(BOB).gaps.isEmpty(), "Bob is told of a gap");
        assertEquals(List.of(BOB), grove.ledger().missing(missed));
        grove.client(BOB).reads(grove.room());
        grove.ledger().awaitUntil(() -> stands(next, TimelineItem.State.READ), Patience.MS);
        assertTrue(stands(missed, TimelineItem.State.SENT), "Bob has read on, but not this");
        tampering.get(BOB).end();
        rest.forEach(Rule::end);
        write(ALICE);
        everythingArrives();
    }

    @Test
    void whatItRepeatsShowsOnce() throws InterruptedException {
        List<JsonNode> before = new ArrayList<>();
        tampering.get(BOB).timeline(events -> {
            List<JsonNode> again = new ArrayList<>(before);
            again.addAll(events);
            again.addAll(events);
            before.addAll(events);
            return again;
        });
        for (int i = 0; i < 3; i++) {
            say(ALICE);
            say(CAROL);
        }
        everythingArrives();
    }

    @Test
    void whatItReordersShowsInOrder() throws InterruptedException {
        Pick first = new Pick(Grove.userOf(ALICE), 0);
        List<JsonNode> held = new ArrayList<>();
        tampering.get(BOB).timeline(events -> {
            List<JsonNode> late = new ArrayList<>(events.stream().filter(not(first)).toList());
            if (!late.isEmpty()) {
                late.addAll(held);
                held.clear();
            }
            events.stream().filter(first).forEach(held::add);
            return late;
        });
        write(ALICE);
        write(ALICE);
        write(ALICE);
        everythingArrives();
    }

    @Test
    void whatItPretendsToHaveTakenFailsVisiblyAndCanBeSentAgain() throws InterruptedException {
        grove.proxy().rule(Requests.SEND.and(grove.of(ALICE)),
                Fault.answer(WireAnswer.of(200, "application/json", "{\"event_id\":\"$nowhere\"}"))).times(1);
        Message pretended = write(ALICE);
        grove.ledger().awaitUntil(pretended::hasFailed, Patience.MS);
        assertTrue(pretended.hasFailed(), "Alice is told");
        grove.client(ALICE).retryAll(grove.room());
        grove.ledger().awaitUntil(() -> !pretended.hasFailed(), Patience.MS);
        everythingArrives();
    }

    /** Takes an event out of somebody's /sync. */
    private void hideFrom(int client, Pick event) {
        tampering.get(client).timeline(events -> events.stream().filter(not(event)).toList());
    }

    /** Has the server deny all history to somebody. */
    private List<Rule> denyTo(int client) {
        return List.of(
                grove.proxy().rule(Requests.EVENT.and(grove.of(client)),
                        Fault.answer(WireAnswer.error(404, "M_NOT_FOUND"))),
                grove.proxy().rule(Requests.MESSAGES.and(grove.of(client)),
                        Fault.answer(WireAnswer.of(200, "application/json", "{\"start\":\"s\",\"chunk\":[]}"))));
    }

    private static boolean stands(Message message, TimelineItem.State state) {
        return message.standing.filter(state::equals).isPresent();
    }

    /** Writes a message, and waits until the server has it. */
    private Message write(int client) throws InterruptedException {
        Message message = grove.client(client).say(grove.room(), 20);
        grove.ledger().awaitUntil(() -> message.isOut() || message.hasFailed(), Patience.MS);
        return message;
    }

    /** Writes a message, and waits until everybody has it. */
    private void say(int client) throws InterruptedException {
        write(client);
        everythingArrives();
    }

    private void everythingArrives() throws InterruptedException {
        grove.ledger().awaitArrival(Patience.MS);
        assertEquals(List.of(), new Reckoning(grove.ledger()).findings());
    }
}
