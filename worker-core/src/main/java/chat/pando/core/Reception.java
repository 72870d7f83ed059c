package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.view.KeyWords;
import chat.pando.core.view.Views;
import chat.pando.host.Host;
import chat.pando.matrix.RoomId;
import chat.pando.protocol.AccountView;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.Written;
import chat.pando.store.Reads;
import chat.pando.store.StoreException;
import java.util.List;
import java.util.Optional;

/** Where tabs are welcomed: with a snapshot of the account that they ask for, or with the reason why there is none. */
final class Reception {

    private final Host host;
    private final String liveness;
    private final Roster roster;
    private final Tabs tabs;

    /** @param liveness the lock that this core holds while it lives */
    Reception(Host host, String liveness, Roster roster, Tabs tabs) {
        this.host = host;
        this.liveness = liveness;
        this.roster = roster;
        this.tabs = tabs;
    }

    void hello(Tab tab, Hello hello) {
        tab.introduced(hello);
        tabs.add(hello, tab);
        if (hello.account().filter(user -> roster.find(user).isEmpty()).isPresent()) {
            roster.refresh(); // another core may just have signed it in
        }
        hello.account().ifPresent(roster::used);
        greet(tab, hello);
    }

    /** Welcomes a tab anew, to what it shows. */
    void renew(Tab tab) {
        tab.hello().ifPresent(hello -> greet(tab, hello));
    }

    /** Sends a tab the snapshot that it asked for. */
    private void greet(Tab tab, Hello hello) {
        Optional<Slot> slot = hello.adding()
                ? Optional.empty()
                : hello.account().flatMap(roster::find).or(roster::latest);
        if (slot.isEmpty()) {
            tab.welcome(liveness, snapshot(Optional.empty()), Optional.empty());
        } else if (slot.get().account().isEmpty()) {
            greetClosed(tab, slot.get(), slot.get().connection());
            if (!roster.find(slot.get().entry().userId()).equals(slot)) {
                greet(tab, hello); // it changed meanwhile, when the tab was not yet known to wait for that
            }
        } else {
            Account account = slot.get().account().get();
            try {
                greet(tab, account);
            } catch (StoreException unreadable) {
                greetClosed(tab, slot.get(), new Views(account).connection());
            }
        }
    }

    /**
     * Between two jobs, so that what is committed later reaches the tab as deltas to this snapshot. Only then it is asked
     * which room the tab has open: it may have opened one while this waited.
     */
    private void greet(Tab tab, Account account) {
        account.jobs().between(() -> account.peek(reads -> {
            Optional<String> room = tab.hello().flatMap(Hello::room);
            Greetings.Occasion occasion = new Greetings.Occasion(room, roster.infos(), custody());
            Greetings.Greeting greeting =
                    tabs.greetings().of(account, occasion, () -> greeting(account, reads, occasion));
            tab.welcome(liveness, greeting.snapshot(), account, greeting.open(), greeting.window());
        }));
    }

    private static Greetings.Greeting greeting(Account account, Reads reads, Greetings.Occasion occasion) {
        Views views = new Views(account);
        Optional<RoomId> id = occasion.room().flatMap(RoomId::parse);
        Optional<Views.OpenedRoom> open = id.flatMap(wanted -> views.open(reads, wanted));
        AccountView view = views.account(reads, open.map(Views.OpenedRoom::view));
        return new Greetings.Greeting(
                Written.of(new Snapshot(occasion.accounts(), Optional.of(view), occasion.keys())),
                open.flatMap(opened -> id),
                open.map(Views.OpenedRoom::window).orElse(""));
    }

    /** An account that is registered but can't be read: its connection says why. */
    private void greetClosed(Tab tab, Slot slot, Connection connection) {
        AccountView view = new AccountView(
                slot.entry().userId(), "", "", slot.entry().server(), connection, List.of(), Optional.empty());
        tab.welcome(liveness, snapshot(Optional.of(view)), Optional.of(slot.entry().userId()));
    }

    private Written snapshot(Optional<AccountView> view) {
        return Written.of(new Snapshot(roster.infos(), view, custody()));
    }

    private Optional<String> custody() {
        return host.primitives().custody().map(KeyWords::of);
    }
}
