package chat.pando.lab.bench;

import chat.pando.e2e.peer.Speaker;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Opens ever more tabs on one room, and measures in one of them. */
final class TabsBench {

    private static final String ROOM = "Bench";
    private static final int HISTORY = 1_200;
    private static final int SCROLLED = 1_000;
    private static final int NEW_TABS = 7;
    private static final int RELOADS = 5;

    private final Stage stage;
    private final List<Integer> sizes;
    private final int rounds;
    private final Consumer<String> progress;
    private final String probe = read("probe.js");
    private final List<TabPage> crowd = new ArrayList<>();
    private Profile home;
    private String address;
    private String room;
    private TabPage measuring;

    /** @param progress told what is being done */
    TabsBench(Stage stage, List<Integer> sizes, int rounds, Consumer<String> progress) {
        this.stage = stage;
        this.sizes = sizes;
        this.rounds = rounds;
        this.progress = progress;
    }

    TabsResult run() {
        prepare();
        List<Crowding> crowdings = new ArrayList<>();
        for (int size : sizes) {
            progress.accept("with " + size + " tabs");
            fillUpTo(size);
            crowdings.add(measure(size));
        }
        progress.accept("reloads");
        crowd.forEach(TabPage::close);
        return reloads(crowdings);
    }

    private void prepare() {
        Person alice = stage.person("alice");
        home = stage.profile("home");
        TabPage first = home.newTab();
        first.createAccount(alice);
        Speaker bob = Speaker.inviting(stage.homeserverItself(), alice.userId(), ROOM);
        room = bob.room();
        first.acceptInvitation(ROOM);
        bob.burst("history", HISTORY);
        bob.say("the end");
        first.awaitArrived(List.of("the end"));
        address = first.page().url();
        first.close();
        measuring = home.newTab(address, probe);
        ready(measuring);
        messages("warming up", 10);
    }

    /** Waits for the first message in a tab, and answers when that was. */
    private static Map<?, ?> ready(TabPage tab) {
        return (Map<?, ?>) tab.page().evaluate("pandoBench.ready()");
    }

    private void fillUpTo(int size) {
        List<TabPage> more = home.newTabs(size - 1 - crowd.size(), address, true);
        more.forEach(tab -> tab.awaitMessages("the room", shown -> !shown.isEmpty()));
        crowd.addAll(more);
    }

    private Crowding measure(int size) {
        List<Double> pings = doubles(measuring.page().evaluate(
                "([room, count]) => pandoBench.pings(room, count)", List.of(room, rounds)));
        Map<?, ?> said = messages("with " + size + " tabs", rounds);
        return new Crowding(size, Spread.of(pings), Spread.of(doubles(said.get("durable"))),
                Spread.of(doubles(said.get("sent"))), oneTabMore(), home.coreHeap(), home.heap(measuring));
    }

    private Map<?, ?> messages(String what, int count) {
        return (Map<?, ?>) measuring.page().evaluate(
                "([room, what, count]) => pandoBench.messages(room, what, count)", List.of(room, what, count));
    }

    private Spread oneTabMore() {
        List<Double> usable = new ArrayList<>();
        for (int i = 0; i < NEW_TABS; i++) {
            TabPage tab = home.newTab(address, probe);
            usable.add(number(ready(tab).get("afterScript")));
            tab.close();
        }
        return Spread.of(usable);
    }

    private TabsResult reloads(List<Crowding> crowdings) {
        List<Double> latest = new ArrayList<>();
        List<Double> thousand = new ArrayList<>();
        for (int i = 0; i < RELOADS; i++) {
            progress.accept("reload " + i);
            measuring.reload();
            thousand.add(number(measuring.page().evaluate("count => pandoBench.scrollTo(count)", SCROLLED)));
            latest.add(number(ready(measuring).get("at")));
        }
        return new TabsResult(machine(), crowdings, Spread.of(latest), Spread.of(thousand));
    }

    private String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, headless Chromium "
                + measuring.page().context().browser().version();
    }

    private static List<Double> doubles(Object numbers) {
        return ((List<?>) numbers).stream().map(TabsBench::number).toList();
    }

    private static double number(Object number) {
        return ((Number) number).doubleValue();
    }

    private static String read(String name) {
        try (InputStream script = TabsBench.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
