package chat.pando.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.peer.Speaker;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.Stage;
import chat.pando.e2e.stage.StageExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fifty tabs and five thousand messages: on the relay only, because ordinary homeservers take minutes to store as many.
 */
@ExtendWith(StageExtension.class)
class LoadIT {

    private static final String ROOM = "Crowded";
    private static final int TABS = 50;
    private static final int IN_SIGHT = 3;
    private static final int WHILE_OFFLINE = 4_000;
    private static final int LIVE = 1_000;
    /** As many messages a tab shows at least. */
    private static final int PAGE = 50;

    @Test
    void fiftyTabsTakeABurstOfFiveThousandMessages(Stage stage) {
        Person alice = stage.person("alice");
        Profile home = stage.profile("home");
        TabPage first = home.newTab();
        first.createAccount(alice);
        Speaker bob = Speaker.inviting(stage.homeserverItself(), alice.userId(), ROOM);
        first.acceptInvitation(ROOM);
        bob.say("hello");
        first.awaitArrived(List.of("hello"));

        List<TabPage> seen = home.newTabs(IN_SIGHT, first.page().url(), false);
        List<TabPage> hidden = home.newTabs(TABS - IN_SIGHT - 1, first.page().url(), true);
        List<TabPage> all = new ArrayList<>(seen);
        all.addAll(hidden);
        all.forEach(tab -> tab.awaitArrived(List.of("hello")));
        List<Integer> before = told(hidden);
        long began = System.nanoTime();

        stage.proxy().cut();
        bob.burst("before", WHILE_OFFLINE);
        stage.proxy().mend();
        bob.burst("after", LIVE);
        bob.say("good night");
        all.forEach(tab -> awaitLast(tab, "good night"));

        onceASecondAtMost(before, told(hidden), System.nanoTime() - began);
        everyTabShowsTheSame(all);
        List<String> said = bob.messages();
        assertEquals(WHILE_OFFLINE + LIVE + 2, said.size());
        assertEquals(said, eventsUpTo(first, said.get(0)), "every message once, in order");
    }

    /** How often each tab was told something. */
    private static List<Integer> told(List<TabPage> tabs) {
        return tabs.stream().map(tab -> tab.heard("update") + tab.heard("welcome")).toList();
    }

    private static void onceASecondAtMost(List<Integer> before, List<Integer> after, long nanos) {
        long turns = TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
        for (int i = 0; i < after.size(); i++) {
            int told = after.get(i) - before.get(i);
            assertTrue(told <= turns, "a hidden tab was told something " + told + " times in " + turns + " s");
        }
    }

    private static void everyTabShowsTheSame(List<TabPage> tabs) {
        List<String> shown = latest(tabs.get(0));
        for (TabPage tab : tabs) {
            assertEquals(shown, latest(tab));
        }
    }

    private static List<String> latest(TabPage tab) {
        List<String> shown = tab.eventIds();
        return shown.subList(shown.size() - PAGE, shown.size());
    }

    private static void awaitLast(TabPage tab, String text) {
        tab.awaitMessages(text, shown -> !shown.isEmpty() && shown.get(shown.size() - 1).says(text));
    }

    /** Scrolls up to this event, and notes on the way what there is. */
    private static List<String> eventsUpTo(TabPage tab, String event) {
        Set<String> newestFirst = new LinkedHashSet<>();
        while (!newestFirst.contains(event)) {
            List<String> laidOut = new ArrayList<>(tab.eventIds());
            String top = laidOut.get(0);
            Collections.reverse(laidOut);
            newestFirst.addAll(laidOut);
            if (!newestFirst.contains(event)) {
                tab.page().waitForCondition(() -> {
                    tab.timeline().evaluate("log => { log.scrollTop = 0; }");
                    return !tab.eventIds().get(0).equals(top);
                });
            }
        }
        List<String> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst.subList(oldestFirst.indexOf(event), oldestFirst.size());
    }
}
