package chat.pando.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.peer.MatrixSession;
import chat.pando.e2e.people.ShownMessage;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.setting.Settings;
import chat.pando.e2e.stage.InTabs;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The browser dies in the middle of sending and of syncing, again and again: nothing is lost or sent twice. */
@InTabs
class CrashIT extends TwoPeople {

    private static final List<Crash> CRASHES = List.of(
            Crash.SEND_NOT_YET_ASKED, Crash.SEND_ASKED_NOT_ANSWERED, Crash.SEND_ASKED_NOT_ANSWERED, Crash.SEND_ANSWERED,
            Crash.SYNC_NOT_YET_ASKED, Crash.SYNC_ASKED_NOT_ANSWERED, Crash.SYNC_ANSWERED, Crash.SYNC_ANSWERED,
            Crash.ROOM_KEY_NOT_YET_SHARED, Crash.ROOM_KEY_SHARED_NOT_ANSWERED);

    private static final String[] ROOMS = {"Crash one", "Crash two", "Crash three"};

    private final long seed = Settings.seed(System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void openBothBrowsers() {
        meetIn(ROOMS);
        closeBrowserOnce();
    }

    /**
     * Chromium keeps the list of sites that store something in a database of its own, which it commits every half
     * minute and when it closes. A site that is not on it yet when the browser is killed may find its storage deleted,
     * whatever durability it asked for. No client can help that, so the crashes happen to a profile that was closed
     * before.
     */
    private void closeBrowserOnce() {
        home.restart();
        aliceTab = home.newTab();
        aliceTab.awaitSignedIn(alice);
    }

    @Test
    void everyMessageIsSentExactlyOnceAndCanBeReadThroughTenCrashes() {
        List<Crash> crashes = new ArrayList<>(CRASHES);
        Collections.shuffle(crashes, random);
        List<Talk> talks = new ArrayList<>();
        for (String room : ROOMS) {
            talks.add(new Talk(room));
        }
        int nextNewRoom = 1;
        for (int i = 0; i < crashes.size(); i++) {
            Talk talk = talks.get(crashes.get(i).needsNewRoom() ? nextNewRoom++ : 0);
            crashWhileTalking(crashes.get(i), talk, "round " + i + " of seed " + seed);
        }
        talks.forEach(this::checkOnBothSidesAndOnTheServer);
    }

    private void crashWhileTalking(Crash crash, Talk talk, String round) {
        aliceTab.openRoom(talk.room);
        bobTab.openRoom(talk.room);
        Runnable kill = home::kill;
        stage.proxy().rule(crash.request().and(exchange -> exchange.device().startsWith(alice.userId() + "/")),
                crash.killing(kill)).skip(crash.needsNewRoom() ? 0 : random.nextInt(3)).times(1);

        List<String> unsure = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String body = "alice " + i + " in " + round;
            if (says(aliceTab, body)) {
                talk.byAlice.add(body);
            } else {
                unsure.add(body);
            }
            String answer = "bob " + i + " in " + round;
            bobTab.say(answer);
            talk.byBob.add(answer);
        }
        home.awaitEnded();
        home.restart();
        aliceTab = home.newTab();
        aliceTab.awaitSignedIn(alice);
        aliceTab.openRoom(talk.room);
        sayAgainWhatWasNeverTaken(unsure, talk);
        aliceTab.awaitArrived(talk.all());
    }

    /** Whether the core had taken it, as far as the person could see before the browser died. */
    private boolean says(TabPage tab, String body) {
        if (!home.isRunning()) {
            return false;
        }
        try {
            tab.say(body);
            return true;
        } catch (PlaywrightException | AssertionError e) {
            if (home.isRunning()) {
                throw e;
            }
            return false;
        }
    }

    /** What a person does who sees, after a crash, that the last thing typed isn't there. */
    private void sayAgainWhatWasNeverTaken(List<String> unsure, Talk talk) {
        List<ShownMessage> shown = aliceTab.awaitMessages("what the core had taken", messages -> talk.byAlice.stream()
                .allMatch(body -> messages.stream().anyMatch(message -> message.says(body))));
        for (String body : unsure) {
            if (shown.stream().noneMatch(message -> message.says(body))) {
                aliceTab.say(body);
            }
            talk.byAlice.add(body);
        }
    }

    private void checkOnBothSidesAndOnTheServer(Talk talk) {
        for (TabPage tab : List.of(aliceTab, bobTab)) {
            tab.openRoom(talk.room);
            List<ShownMessage> shown = tab.awaitArrived(talk.all());
            assertEquals(List.of(), shown.stream().filter(message -> message.state().equals("undecryptable")).toList());
        }
        MatrixSession server = MatrixSession.signIn(stage.homeserverItself(), alice.username(), alice.password());
        long events = server.joinedRooms().stream().filter(room -> nameOf(server, room).equals(talk.room))
                .flatMap(room -> server.events(room).stream()).filter(CrashIT::isEncrypted).count();
        assertEquals(talk.all().size(), events, "Messages on the server, with -Dpando.seed=" + seed);
    }

    private static String nameOf(MatrixSession server, String room) {
        return server.get("/rooms/" + MatrixSession.encode(room) + "/state/m.room.name").path("name").asString();
    }

    private static boolean isEncrypted(JsonNode event) {
        return event.path("type").asString().equals("m.room.encrypted");
    }

    /** What was said in one room. */
    private static final class Talk {
        private final String room;
        private final List<String> byAlice = new ArrayList<>();
        private final List<String> byBob = new ArrayList<>();

        private Talk(String room) {
            this.room = room;
        }

        private List<String> all() {
            List<String> all = new ArrayList<>(byAlice);
            all.addAll(byBob);
            return all;
        }
    }
}
