package chat.pando.lab.walk;

import chat.pando.e2e.law.Breach;
import chat.pando.e2e.law.Law;
import chat.pando.e2e.peer.MatrixSession;
import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.Glance;
import chat.pando.lab.drive.Hands;
import chat.pando.lab.drive.Patience;
import chat.pando.lab.walk.WalkedTab.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The check at a walk's end: with a network that works and everything awake, everything that was written must have been
 * received exactly once and decrypted by everybody entitled, and each tab must show the same.
 */
final class Reckoning {

    private static final int PATIENCE = 5_000;

    private final World world;
    private final Ledger ledger;
    private final Teller teller;
    private final List<Breach> breaches = new ArrayList<>();
    private final Map<String, WalkedTab> tabOf = new LinkedHashMap<>();
    private final Map<String, List<Glance.Shown>> shown = new HashMap<>();
    private final Set<String> eventsShown = new HashSet<>();

    Reckoning(World world, Teller teller) {
        this.world = world;
        this.teller = teller;
        ledger = world.ledger();
    }

    List<Breach> broken() {
        wakeEverything();
        giveEverybodyATab();
        awaitOrBreak(Law.COMMANDS_SETTLE, this::unsettled);
        awaitOrBreak(Law.COMMANDS_SETTLE, this::invitationsLeft);
        awaitOrBreak(Law.NOTHING_LOST, this::missing);
        checkUntaken();
        awaitOrBreak(Law.EVERYTHING_READABLE, this::unreadable);
        checkDoubles();
        awaitOrBreak(Law.TABS_AGREE, this::disagreements);
        awaitOrBreak(Law.NO_WEDGED_SESSION, this::troubles);
        checkServer();
        return breaches;
    }

    private void wakeEverything() {
        for (WalkedTab tab : List.copyOf(world.tabs())) {
            switch (tab.mode()) {
                case FROZEN -> tab.tab().thaw();
                case HIDDEN -> tab.tab().show();
                case AWAY -> tab.tab().comeBack();
                case CRASHED -> tab.tab().reload();
                default -> { }
            }
            tab.enter(Mode.SHOWN);
        }
    }

    /** One tab for each of them; the walk's own tabs where they will do. */
    private void giveEverybodyATab() {
        List<WalkedTab> free = new ArrayList<>(world.tabs());
        for (String user : world.people()) {
            WalkedTab tab = free.isEmpty() ? world.open() : free.remove(0);
            tabOf.put(user, tab);
            List<String> last = new ArrayList<>();
            boolean shows = await(() -> {
                last.clear();
                last.addAll(attempt(() -> hands(tab).showAccount(user)));
                if (!last.isEmpty()) {
                    last.addAll(attempt(() -> last.add(tab + " shows " + look(tab))));
                }
                last.forEach(what -> teller.tellMore("  waiting: " + what));
                return last.isEmpty();
            });
            if (!shows) {
                breaches.add(new Breach(Law.TABS_AGREE, tab + " can't show " + user + ": " + last));
            }
        }
    }

    /** Commands and messages that tabs are still waiting for. */
    private List<String> unsettled() {
        List<String> open = new ArrayList<>();
        for (WalkedTab tab : world.tabs()) {
            open.addAll(attempt(() -> {
                Glance glance = look(tab);
                glance.busy().forEach(name -> open.add(tab + " waits for “" + name + "”"));
                if (glance.unsent() > 0) {
                    open.add(tab + " has " + glance.unsent() + " messages that the core hasn't confirmed, status "
                            + glance.status());
                }
                if (!glance.status().equals("Connected") && !glance.status().equals("Ready")) {
                    open.add(tab + " says: " + glance.status());
                    hands(tab).tryNow();
                }
            }));
        }
        return open;
    }

    private List<String> invitationsLeft() {
        List<String> left = new ArrayList<>();
        for (Room room : ledger.rooms()) {
            if (!room.exists()) {
                continue;
            }
            for (String user : room.invited()) {
                if (room.awaits(user)) {
                    left.add(user + " is not in " + room.name());
                    left.addAll(attempt(() -> {
                        handsOf(user).accept(room.name());
                        look(tabOf.get(user));
                    }));
                }
            }
        }
        return left;
    }

    /** The hands of somebody's tab: a step of the walk that took too long may have turned it to somebody else since. */
    private Hands handsOf(String user) {
        Hands hands = hands(tabOf.get(user));
        hands.showAccount(user);
        return hands;
    }

    /** Messages that must be there and don't show as arrived to somebody. */
    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Room room : ledger.rooms()) {
            for (String user : room.inside()) {
                missing.addAll(attempt(() -> {
                    Hands hands = handsOf(user);
                    List<Glance.Shown> all = hands.readAll(room.name());
                    shown.put(user + " " + room.name(), all);
                    ledger.saw(user, all);
                    hands.retryFailed();
                }));
            }
        }
        // Only now, when all have been read, is it known what the core had taken.
        ledger.rooms().forEach(room -> room.inside().forEach(user -> missing.addAll(missing(room, user))));
        return missing;
    }

    private List<String> missing(Room room, String user) {
        List<Glance.Shown> all = shown.getOrDefault(user + " " + room.name(), List.of());
        Set<String> arrived = new HashSet<>();
        all.stream().filter(Glance.Shown::arrived)
                .forEach(article -> ledger.find(article).ifPresent(it -> arrived.add(it.text())));
        return ledger.in(room).stream().filter(Message::wasSeen).filter(message -> !arrived.contains(message.text()))
                .map(message -> message.text() + " of " + message.sender() + " doesn't show to " + user + " in "
                        + room.name() + stateOf(message, all))
                .toList();
    }

    /** What the core doesn't have, the page that it was written in must have given back. */
    private void checkUntaken() {
        for (Room room : ledger.rooms()) {
            for (Message message : ledger.in(room)) {
                if (!message.wasSeen() && message.mustBeSomewhere()
                        && !hands(message.tab()).keeps(message.text())) {
                    breaches.add(new Breach(Law.NOTHING_LOST, message.text() + " of " + message.sender()
                            + " is neither in " + room.name() + " nor in " + message.tab()));
                }
            }
        }
    }

    private String stateOf(Message message, List<Glance.Shown> all) {
        Optional<Glance.Shown> there = all.stream()
                .filter(article -> ledger.find(article).filter(message::equals).isPresent()).findFirst();
        return there.map(article -> ", but as " + article.state()).orElse("");
    }

    private List<String> unreadable() {
        List<String> unreadable = new ArrayList<>();
        shown.forEach((who, articles) -> articles.stream()
                .filter(article -> article.state().equals("undecryptable"))
                .forEach(article -> unreadable.add(article.eventId() + " of " + article.sender() + " to " + who)));
        if (!unreadable.isEmpty()) {
            missing(); // reads all rooms again
        }
        return unreadable;
    }

    private void checkDoubles() {
        shown.forEach((who, articles) -> breaches.addAll(ledger.saw(who.substring(0, who.indexOf(' ')), articles)));
    }

    /** Every tab shows a room in the same words as the first one that shows that account. */
    private List<String> disagreements() {
        List<String> differences = new ArrayList<>();
        for (WalkedTab tab : world.tabs()) {
            if (tabOf.containsValue(tab)) {
                continue;
            }
            differences.addAll(attempt(() -> {
                String user = look(tab).account();
                for (Room room : ledger.rooms()) {
                    List<Glance.Shown> known = shown.get(user + " " + room.name());
                    if (known == null) {
                        continue;
                    }
                    List<String> here = ids(hands(tab).readAll(room.name()));
                    if (!here.equals(ids(known))) {
                        differences.add(tab + " shows " + here.size() + " messages of " + room.name() + " to " + user
                                + ", " + tabOf.get(user) + " shows " + known.size());
                    }
                }
            }));
        }
        return differences;
    }

    private static List<String> ids(List<Glance.Shown> articles) {
        return articles.stream().map(Glance.Shown::eventId).toList();
    }

    private List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        WalkedTab tab = world.tabs().get(0);
        troubles.addAll(attempt(() -> hands(tab).storage(world.people()).forEach((user, stored) ->
                stored.troubles().forEach(device -> troubles.add(user + " has trouble with " + device)))));
        return troubles;
    }

    /** The server has nothing that doesn't show: what nobody could read could be a double. */
    private void checkServer() {
        shown.values().forEach(all -> all.forEach(article -> eventsShown.add(article.eventId())));
        for (String user : world.people()) {
            MatrixSession session =
                    MatrixSession.signIn(world.ground().homeserver(), world.username(user), world.password());
            for (String room : session.joinedRooms()) {
                session.events(room).stream()
                        .filter(event -> event.path("type").asString().equals("m.room.encrypted"))
                        .filter(event -> !eventsShown.contains(event.path("event_id").asString()))
                        .forEach(event -> breaches.add(new Breach(Law.NOTHING_DOUBLED, "The server has "
                                + event.path("event_id").asString() + " of " + event.path("sender").asString()
                                + ", which shows to nobody")));
            }
        }
    }

    // ---- waiting

    private Hands hands(WalkedTab tab) {
        return tab.patientHands(PATIENCE);
    }

    private Glance look(WalkedTab tab) {
        Glance glance = hands(tab).look();
        breaches.addAll(ledger.saw(glance));
        return glance;
    }

    /** What an action failed of; nothing where it didn't. */
    private static List<String> attempt(Runnable action) {
        try {
            action.run();
            return List.of();
        } catch (DriveException e) {
            return List.of(e.getMessage().lines().findFirst().orElse("failed"));
        }
    }

    /** Waits until nothing is left, and calls broken what is left in the end. */
    private void awaitOrBreak(Law law, Supplier<List<String>> left) {
        List<String> last = new ArrayList<>();
        boolean done = await(() -> {
            last.clear();
            last.addAll(left.get());
            last.forEach(what -> teller.tellMore("  waiting: " + what));
            return last.isEmpty();
        });
        if (!done) {
            last.forEach(what -> breaches.add(new Breach(law, what)));
        }
    }

    private static boolean await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Patience.DURATION.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriveException("Interrupted", e);
        }
    }
}
