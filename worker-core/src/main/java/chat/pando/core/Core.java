package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.handover.Claims;
import chat.pando.core.handover.Succession;
import chat.pando.core.handover.Version;
import chat.pando.host.Host;
import chat.pando.host.JsonSyntaxException;
import chat.pando.host.Locks;
import chat.pando.host.Port;
import chat.pando.host.Ports;
import chat.pando.host.Signal;
import chat.pando.json.JsonShapeException;
import chat.pando.protocol.Attention;
import chat.pando.protocol.Call;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Goodbye;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Seen;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.ToCoreCodec;
import chat.pando.store.Accounts;
import chat.pando.store.Changes;
import chat.pando.sync.Trouble;
import java.util.Base64;
import java.util.Optional;

/**
 * The core: every account of a browser profile, and the tabs that show them.
 *
 * <p>It holds its liveness lock for as long as it lives; a tab that is granted that lock knows that it died. When it
 * starts it asks the cores that are there already to leave. When it is asked itself, it takes no more commands,
 * finishes those that are under way, closes all accounts, sends its tabs to the core that has asked, and ends its worker.
 */
public final class Core {

    private static final int INSTANCE_BYTES = 12;
    private static final long REGISTRY_REST_MILLIS = 2_000;

    private final Host host;
    private final Ports ports;
    private final Worker worker;
    private final String instance;
    private final Succession succession;
    private final Tabs tabs;
    private final Roster roster;
    private final Reception reception;
    private final CallDesk desk;
    private final Farewell farewell = new Farewell();
    /** The liveness lock, once the core lives. */
    private Optional<Locks.Held> alive = Optional.empty();
    private Optional<Version> movedTo = Optional.empty();
    private boolean listening;
    /** Whether everything was taken by a core that was never heard of. */
    private boolean abandoned;

    public Core(Host host, Accounts accounts, Ports ports, Worker worker) {
        this.host = host;
        this.ports = ports;
        this.worker = worker;
        this.instance =
                Base64.getUrlEncoder().withoutPadding().encodeToString(host.entropy().bytes(INSTANCE_BYTES));
        this.succession = new Succession(host, instance, worker.version(), new OtherCores());
        this.tabs = new Tabs(host.locks(), host.clock(), farewell::left);
        Claims claims = new Claims(host, accounts, succession);
        this.roster = new Roster(host, accounts, claims, new OpenAccounts(), new Registered());
        this.reception = new Reception(host, Succession.livenessLock(instance), roster, tabs);
        this.desk = new CallDesk(
                host,
                roster,
                new SignIn(host, roster, worker.origin()),
                new SignOut(roster, tabs),
                () -> succession.lastOther().isPresent());
    }

    /** Asks other cores to leave, opens all accounts, and listens to tabs. */
    public void start() {
        Locks.Held liveness = host.locks().acquire(Succession.livenessLock(instance));
        synchronized (this) {
            alive = Optional.of(liveness);
        }
        host.log().info("core started");
        succession.begin();
        while (!roster.refresh()) {
            new Signal().await(host.clock(), REGISTRY_REST_MILLIS); // no tab may take that for having no accounts
        }
        listen();
    }

    /** Lets tabs in, and those first that came before this core was ready for them. */
    private void listen() {
        synchronized (this) {
            if (listening) {
                return;
            }
            listening = true;
        }
        ports.onConnect(this::connected);
    }

    /** Lets running jobs finish, closes all accounts and gives up all locks: tabs learn from that that it is gone. */
    public void stop() {
        succession.leave();
        roster.closeAll();
        liveness().ifPresent(Locks.Held::close);
        succession.end();
    }

    private synchronized Optional<Locks.Held> liveness() {
        return alive;
    }

    private void connected(Port port) {
        Tab tab = new Tab(port, instance, reception::renew);
        farewell.arrived(tab);
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
        } else if (message instanceof Goodbye) {
            tab.pause();
            farewell.left(tab);
        } else if (tab.hello().isEmpty()) {
            tab.estrange();
        } else if (message instanceof Call call) {
            desk.take(tab, call);
        } else if (message instanceof Seen seen) {
            tab.seen(seen.sequence());
        } else if (message instanceof Attention attention) {
            tab.hidden(attention.hidden());
            if (!attention.hidden()) {
                tab.account().ifPresent(Account::lookedAt);
            }
        }
    }

    private void hello(Tab tab, Hello hello) {
        if (hello.protocol() != worker.version().protocol()) {
            tab.refuse(worker.version().protocol());
            return;
        }
        movedTo().ifPresentOrElse(tab::move, () -> welcome(tab, hello));
    }

    private void welcome(Tab tab, Hello hello) {
        boolean isNew = tabs.isNew(hello);
        reception.hello(tab, hello);
        if (isNew && isAbandoned()) { // somebody has reloaded a tab, as they were told
            stop();
            worker.end().run();
        }
    }

    /** Takes no more commands, lets those finish that are under way, and goes. */
    private void leave(Version to) {
        desk.close();
        host.tasks().start("pando-leave", () -> {
            desk.awaitSettled();
            leaveAtOnce(to);
        });
    }

    private void leaveAtOnce(Version to) {
        synchronized (this) {
            if (movedTo.isPresent()) {
                return;
            }
            movedTo = Optional.of(to);
        }
        succession.leave();
        desk.close();
        roster.closeAll();
        listen(); // the tab that has started this core may still wait to be heard
        tabs.all().stream().filter(Tab::isListening).forEach(tab -> tab.move(to));
        farewell.await(host.clock());
        host.log().info("core ended: another one has taken over");
        stop();
        worker.end().run();
    }

    private synchronized Optional<Version> movedTo() {
        return movedTo;
    }

    /**
     * Another core has what this one had: not a byte more may leave from here. Where nothing was ever heard of it, tabs
     * are told to reload, and this core ends when one is: a core that ended by itself would be started again by its
     * tabs, to rob the other one in turn.
     */
    private void robbed() {
        succession.lastOther().ifPresentOrElse(this::leaveAtOnce, this::abandon);
    }

    private void abandon() {
        synchronized (this) {
            abandoned = true;
        }
        roster.closeAll();
    }

    private synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** What the talk with other cores leads to. */
    private final class OtherCores implements Succession.Listener {

        @Override
        public void succeeded(Version by) {
            leave(by);
        }

        @Override
        public void refused(Version by) {
            if (by.protocol() == worker.version().protocol()) {
                leave(by);
            }
        }

        @Override
        public void otherGone() {
            roster.refresh();
        }
    }

    /** What becomes of accounts, for the tabs that show them. */
    private final class Registered implements Roster.Events {

        @Override
        public void changed(String userId) {
            tabs.tellAll(new Delta.AccountsChanged(roster.infos()));
            tabs.showing(userId).forEach(reception::renew);
            desk.release(userId);
        }

        @Override
        public void robbed() {
            Core.this.robbed();
        }
    }

    /** What happens in accounts that are open. While this core goes, tabs need not know how its accounts are closed. */
    private final class OpenAccounts implements Account.Listener {

        @Override
        public void committed(Account account, Changes changes) {
            tabs.committed(account, changes);
        }

        @Override
        public void linkChanged(Account account) {
            if (movedTo().isPresent()) {
                return;
            }
            tabs.linkChanged(account);
            if (account.link().trouble() == Trouble.TAKEN_OVER) {
                host.tasks().start("pando-fenced", Core.this::robbed);
            }
        }
    }
}
