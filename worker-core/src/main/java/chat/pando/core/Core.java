package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.view.LinkWords;
import chat.pando.core.view.Views;
import chat.pando.host.Host;
import chat.pando.host.JsonSyntaxException;
import chat.pando.host.Locks;
import chat.pando.host.Port;
import chat.pando.host.Ports;
import chat.pando.json.JsonShapeException;
import chat.pando.matrix.RoomId;
import chat.pando.protocol.AccountView;
import chat.pando.protocol.Call;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Goodbye;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.ToCoreCodec;
import chat.pando.store.Accounts;
import chat.pando.store.StoreException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The core: every account of a browser profile, and the tabs that show them.
 *
 * <p>It holds its liveness lock for as long as it lives; a tab that is granted that lock knows that it died.
 */
public final class Core {

    private static final String LIVENESS_LOCK = "pando-core-live/";
    private static final int INSTANCE_BYTES = 12;

    private final Host host;
    private final Ports ports;
    private final String instance;
    private final Tabs tabs;
    private final Roster roster;
    private final CallDesk desk;
    /** The liveness lock, while the core lives. */
    private final List<Locks.Held> alive = new ArrayList<>();

    /**
     * @param origin the homeserver that an empty address stands for: where the page came from
     */
    public Core(Host host, Accounts accounts, Ports ports, Optional<String> origin) {
        this.host = host;
        this.ports = ports;
        this.instance =
                Base64.getUrlEncoder().withoutPadding().encodeToString(host.entropy().bytes(INSTANCE_BYTES));
        this.tabs = new Tabs(host.locks());
        this.roster = new Roster(host, accounts, tabs, this::slotChanged);
        this.desk = new CallDesk(host, new SignIn(host, roster, origin), new SignOut(roster, tabs));
    }

    /** Opens all accounts and listens to tabs. */
    public void start() {
        alive.add(host.locks().acquire(lock()));
        host.log().info("core started");
        roster.openAll();
        ports.onConnect(this::connected);
    }

    /** Lets running jobs finish, closes all accounts and gives up all locks: tabs learn from that that it is gone. */
    public void stop() {
        roster.closeAll();
        alive.forEach(Locks.Held::close);
        alive.clear();
    }

    private String lock() {
        return LIVENESS_LOCK + instance;
    }

    private void connected(Port port) {
        Tab tab = new Tab(port, instance);
        port.onMessage(text -> read(text).ifPresent(message -> received(tab, message)));
    }

    private Optional<ToCore> read(String text) {
        try {
            return Optional.of(ToCoreCodec.decode(host.json().parse(text)));
        } catch (JsonSyntaxException | JsonShapeException | IllegalArgumentException malformed) {
            host.log().warn("a tab sent something that is no message");
            return Optional.empty();
        }
    }

    private void received(Tab tab, ToCore message) {
        if (message instanceof Hello hello) {
            hello(tab, hello);
        } else if (message instanceof Call call) {
            desk.take(tab, call);
        } else if (message instanceof Goodbye) {
            tab.pause();
        }
    }

    private void hello(Tab tab, Hello hello) {
        if (hello.protocol() != ToCore.VERSION) {
            tab.refuse();
            return;
        }
        tab.introduced(hello);
        tabs.add(hello, tab);
        hello.account().ifPresent(roster::used);
        greet(tab, hello);
    }

    /** Sends a tab the snapshot that it asked for. */
    private void greet(Tab tab, Hello hello) {
        Optional<Slot> slot = hello.adding()
                ? Optional.empty()
                : hello.account().flatMap(roster::find).or(roster::latest);
        if (slot.isEmpty()) {
            tab.welcome(lock(), new Snapshot(roster.infos(), Optional.empty()), Optional.empty());
        } else if (slot.get().account().isEmpty()) {
            greetClosed(tab, slot.get(), closedConnection(slot.get()));
            if (!roster.find(slot.get().entry().userId()).equals(slot)) {
                greet(tab, hello); // it changed meanwhile, when the tab was not yet known to wait for that
            }
        } else {
            Account account = slot.get().account().get();
            try {
                greet(tab, account, hello.room());
            } catch (StoreException unreadable) {
                greetClosed(tab, slot.get(), new Views(account).connection());
            }
        }
    }

    /** Between two jobs, so that what is committed later reaches the tab as deltas to this snapshot. */
    private void greet(Tab tab, Account account, Optional<String> room) {
        account.jobs().between(() -> account.peek(reads -> {
            Views views = new Views(account);
            Optional<RoomId> id = room.flatMap(RoomId::parse);
            Optional<Views.OpenedRoom> open = id.flatMap(wanted -> views.open(reads, wanted));
            AccountView view = views.account(reads, open.map(Views.OpenedRoom::view));
            tab.welcome(
                    lock(),
                    new Snapshot(roster.infos(), Optional.of(view)),
                    account,
                    open.flatMap(opened -> id),
                    open.map(Views.OpenedRoom::window).orElse(""));
        }));
    }

    /** An account that is registered but can't be read: its connection says why. */
    private void greetClosed(Tab tab, Slot slot, Connection connection) {
        AccountView view = new AccountView(
                slot.entry().userId(), "", "", slot.entry().server(), connection, List.of(), Optional.empty());
        tab.welcome(
                lock(), new Snapshot(roster.infos(), Optional.of(view)), Optional.of(slot.entry().userId()));
    }

    private static Connection closedConnection(Slot slot) {
        return slot.trouble().map(LinkWords::stopped).orElseGet(LinkWords::waitingForAnotherCore);
    }

    /** An account is new, has opened, or can't be opened: the tabs that wait for it start over. */
    private void slotChanged(String userId) {
        tabs.tellAll(new Delta.AccountsChanged(roster.infos()));
        tabs.showing(userId).forEach(tab -> tab.hello().ifPresent(hello -> greet(tab, hello)));
    }
}
