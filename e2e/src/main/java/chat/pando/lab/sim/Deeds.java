package chat.pando.lab.sim;

import chat.pando.lab.sim.browser.Page;
import chat.pando.lab.sim.server.Homeserver;
import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.RoomSummary;
import chat.pando.tab.model.AccountModel;
import chat.pando.tab.model.RoomEntry;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What people do in their tabs. */
final class Deeds {

    private static final int MOST_ROOMS = 5;
    private static final int MOST_CALLS_BEFORE_DEATH = 120;
    private static final int MOST_ACCOUNTS = 2;
    /** So many words of a letter fill more than one encrypted event. */
    private static final int MOST_IN_AN_EVENT = 24_000;

    private final World world;
    private final Random random;
    private int texts;

    Deeds(World world) {
        this.world = world;
        this.random = world.random();
    }

    List<Step> steps() {
        return List.of(
                new Step(55, this::say),
                new Step(8, this::sayAndLoseTheCore),
                new Step(6, this::markRead),
                new Step(3, this::createRoom),
                new Step(3, this::invite),
                new Step(8, this::accept),
                new Step(1, this::leave),
                new Step(6, this::look),
                new Step(2, this::loadOlder),
                new Step(3, this::switchAccount),
                new Step(8, this::signIn),
                new Step(1, this::signOut));
    }

    private Optional<Page> live() {
        return world.pick(world.browsers().stream()
                .flatMap(browser -> browser.pages().stream())
                .filter(Page::live)
                .toList());
    }

    /** A page that shows an account that is open. */
    private Optional<Page> reader() {
        return live().filter(page -> page.model().account().filter(a -> !a.isClosed()).isPresent());
    }

    private static AccountModel account(Page page) {
        return page.model().account().orElseThrow();
    }

    private Optional<String> room(Page page, RoomSummary.Membership membership) {
        return world.pick(account(page).rooms().entries().stream()
                .map(RoomEntry::room)
                .filter(room -> room.membership() == membership)
                .map(RoomSummary::id)
                .toList());
    }

    private Optional<String> say() {
        return reader().flatMap(page -> room(page, RoomSummary.Membership.JOIN).map(room -> {
            AccountModel account = account(page);
            String draft = page.takeDraft(account.userId(), room);
            boolean again = world.ledger().find(draft).isPresent();
            String text = again ? draft : "message " + ++texts + " x".repeat(length());
            long known = world.server().record().acknowledged(account.userId(), account.deviceId());
            world.ledger().said(text, account.userId(), account.deviceId(), room, page.tab(), known);
            page.send(account.userId(), room, text);
            return page.tab() + (again ? " says again " : " says ") + name(text) + " in " + room;
        }));
    }

    /** Of the words that follow: mostly none, sometimes many, now and then more than fit into one event. */
    private int length() {
        return switch (random.nextInt(40)) {
            case 0 -> MOST_IN_AN_EVENT + random.nextInt(2 * MOST_IN_AN_EVENT);
            case 1, 2 -> 900;
            default -> 0;
        };
    }

    /** The core dies at any point of what a message makes it do. */
    private Optional<String> sayAndLoseTheCore() {
        return say().map(said -> {
            world.browsers().forEach(browser -> browser.killCore(random.nextInt(MOST_CALLS_BEFORE_DEATH)));
            return said + ", and the cores die";
        });
    }

    /** What is said, without what makes it long. */
    private static String name(String text) {
        return text.split(" x", 2)[0];
    }

    private Optional<String> markRead() {
        return reader().flatMap(page -> page.model().openRoom().flatMap(room ->
                room.timeline().latestEvent().map(event -> {
                    page.ask(new Command.MarkRead(room.id(), event));
                    return page.tab() + " has read " + room.id();
                })));
    }

    private Optional<String> createRoom() {
        return reader().filter(page -> account(page).rooms().entries().size() < MOST_ROOMS).map(page -> {
            List<String> invited = Walk.PEOPLE.stream()
                    .map(Homeserver::userId)
                    .filter(user -> !user.equals(account(page).userId()) && random.nextInt(4) != 0)
                    .toList();
            page.ask(new Command.CreateRoom("Room", invited, random.nextInt(8) != 0));
            return page.tab() + " creates a room for " + invited.size();
        });
    }

    private Optional<String> invite() {
        return reader().flatMap(page -> room(page, RoomSummary.Membership.JOIN).map(room -> {
            String person = Walk.PEOPLE.get(random.nextInt(Walk.PEOPLE.size()));
            page.ask(new Command.InviteUser(room, Homeserver.userId(person)));
            return page.tab() + " invites " + person + " to " + room;
        }));
    }

    private Optional<String> accept() {
        return reader().flatMap(page -> room(page, RoomSummary.Membership.INVITE).map(room -> {
            boolean yes = random.nextInt(6) != 0;
            page.ask(yes ? new Command.AcceptInvite(room) : new Command.DeclineInvite(room));
            return page.tab() + (yes ? " accepts " : " declines ") + room;
        }));
    }

    private Optional<String> leave() {
        return reader().flatMap(page -> room(page, RoomSummary.Membership.JOIN).map(room -> {
            page.ask(new Command.LeaveRoom(room));
            return page.tab() + " leaves " + room;
        }));
    }

    private Optional<String> look() {
        return reader().flatMap(page -> room(page, RoomSummary.Membership.JOIN).map(room -> {
            page.openRoom(room);
            return page.tab() + " opens " + room;
        }));
    }

    private Optional<String> loadOlder() {
        return reader().flatMap(page -> page.model().openRoom().map(room -> {
            page.ask(new Command.LoadOlder(room.id()));
            return page.tab() + " looks back in " + room.id();
        }));
    }

    private Optional<String> switchAccount() {
        return live().filter(page -> page.model().accounts().size() > 1).flatMap(page ->
                world.pick(page.model().accounts()).map(account -> {
                    page.show(account.userId());
                    return page.tab() + " shows " + account.userId();
                }));
    }

    private static boolean wantsAccount(Page page) {
        return page.model().accounts().size() < MOST_ACCOUNTS
                || page.model().account().filter(AccountModel::isClosed).isPresent();
    }

    /** Somebody signs in in a browser where they are not: a device more for them. */
    private Optional<String> signIn() {
        return live().filter(Deeds::wantsAccount).map(page -> {
            if (page.model().account().isPresent()) {
                page.addAccount();
                return page.tab() + " asks for the sign-in screen";
            }
            String person = Walk.PEOPLE.get(random.nextInt(Walk.PEOPLE.size()));
            page.ask(new Command.SignIn(Homeserver.URL, person, Walk.PASSWORD), outcome -> {
                if (outcome instanceof Outcome.Done) {
                    page.show(Homeserver.userId(person));
                }
            });
            return page.tab() + " signs " + person + " in";
        });
    }

    /** The device is gone for good, and what was not yet sent with it. */
    private Optional<String> signOut() {
        return reader().filter(page -> random.nextInt(3) == 0).map(page -> {
            String user = account(page).userId();
            page.ask(new Command.SignOut());
            return page.tab() + " signs " + user + " out";
        });
    }
}
