package chat.pando.tab.link;

import chat.pando.protocol.AccountView;
import chat.pando.protocol.Attention;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Incompatible;
import chat.pando.protocol.Moved;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Seen;
import chat.pando.protocol.Settled;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.Stranger;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.Update;
import chat.pando.protocol.Welcome;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The tab's end of the protocol.
 *
 * <p>It says hello and applies what follows. A hole in the numbers, an unknown core, one that doesn't know this tab, or
 * a message that can't be read leads to another hello, in place. When the core's lock is free the core is dead: a new
 * one is started and the calls that are still open are made again under their ids; the same goes when the core has
 * handed over to another one. Only the hello has a time limit; then it is said again on a new line, ever more slowly.
 */
public final class CoreLink {

    static final int OPENING_MS = 1_500;

    private static final Problem UPDATED = new Problem(
            Problem.Code.CORE_LOST, "Pando was updated in another tab. Reload this page, then try again.");

    private final Surroundings page;
    private final Supplier<String> ids;
    private final LinkListener listener;
    private final Destination destination;
    private final PendingCalls calls;
    private final Greeting greeting;
    private final Progress progress;
    private final Wire wire;

    private LinkState state = LinkState.PAUSED;
    private String tab = "";
    private boolean hidden;
    private boolean hiddenAsTold;
    private Optional<String> instance = Optional.empty();
    private Optional<String> shown = Optional.empty();
    private Optional<String> asked = Optional.empty();
    private Liveness.Release tabLock = () -> {};
    private Liveness.Release coreWatch = () -> {};

    /**
     * What the line needs of the page.
     *
     * @param own     the core that belongs to this page
     * @param current where all tabs remember which core is the site's latest
     */
    public record Surroundings(
            CoreAddress own,
            CurrentCore current,
            Connector connector,
            Liveness liveness,
            Timers timers,
            MessageReader reader) {}

    public CoreLink(Surroundings page, Supplier<String> ids, LinkListener listener) {
        this.page = page;
        this.ids = ids;
        this.listener = listener;
        this.destination = new Destination(page.own(), page.current());
        this.calls = new PendingCalls(page.timers(), this::helloAgain);
        this.greeting = new Greeting(page.timers(), this::unanswered);
        this.progress = new Progress(page.timers(), this::seen);
        this.wire = new Wire(page.connector(), page.reader(), new Ear());
    }

    public LinkState state() {
        return state;
    }

    /** The id of the core that last answered. */
    public Optional<String> instance() {
        return instance;
    }

    /** Takes up the line, also after {@link #pause}. */
    public void start() {
        if (state != LinkState.PAUSED) {
            return;
        }
        tab = ids.get();
        calls.allowMoreTime();
        enter(LinkState.STARTING);
        tabLock = page.liveness().hold(Hello.lockOf(tab), this::connect);
    }

    /** Lays the line down, and leaves nothing behind: the page goes away, sleeps, or enters the back/forward cache. */
    public void pause() {
        if (state == LinkState.PAUSED || state == LinkState.INCOMPATIBLE) {
            return;
        }
        leave();
        destination.aged();
        enter(LinkState.PAUSED);
    }

    /** Asks for everything anew, with the listener's wishes of now. */
    public void helloAgain() {
        if (wire.isOpen()) {
            sayHello();
        }
    }

    /** Tries at once what would be tried later. */
    public void tryNow() {
        if (greeting.isAwaited()) {
            greeting.hurry();
            connect();
        }
    }

    /** Nobody can see the tab at present, or somebody can again. */
    public void setHidden(boolean now) {
        hidden = now;
        tellAttention();
    }

    /** Carries the command out, for the account that is shown, under a new id. The outcome always comes. */
    public void call(Command command, Consumer<Outcome> whenSettled) {
        call(new Call(ids.get(), shown, command), whenSettled);
    }

    /** Carries the call out, once for its id, however often it is made. */
    public void call(Call call, Consumer<Outcome> whenSettled) {
        if (state == LinkState.INCOMPATIBLE) {
            whenSettled.accept(new Outcome.Refused(UPDATED));
            return;
        }
        PendingCall pending = calls.add(call, whenSettled);
        if (state == LinkState.LIVE && !greeting.isAwaited()) {
            post(pending);
        }
    }

    private void connect() {
        if (state == LinkState.PAUSED || state == LinkState.INCOMPATIBLE) {
            return;
        }
        CoreAddress core = destination.choose();
        if (core.fits()) {
            wire.open(core.url());
            greeting.begin();
            sayHello();
        } else {
            incompatible();
        }
    }

    private void sayHello() {
        Wishes wishes = listener.wishes();
        asked = wishes.account().filter(account -> !wishes.adding());
        hiddenAsTold = hidden;
        greeting.said();
        wire.post(new Hello(ToCore.VERSION, tab, wishes.account(), wishes.adding(), wishes.room(), hidden));
    }

    private void unanswered() {
        if (state != LinkState.LOST && state != LinkState.UNLOADABLE) {
            enter(LinkState.SLOW);
        }
        connect();
    }

    private void leave() {
        greeting.drop();
        wire.leave();
        coreWatch.release();
        tabLock.release();
        instance = Optional.empty();
    }

    private void post(PendingCall pending) {
        pending.postedTo(instance);
        wire.post(pending.call());
    }

    /** Before the welcome there is nothing to say: the hello has said it, and the snapshot is yet to be seen. */
    private void seen(long sequence) {
        if (!greeting.isAwaited()) {
            wire.post(new Seen(sequence));
        }
    }

    private void tellAttention() {
        if (hidden != hiddenAsTold && !greeting.isAwaited() && wire.isOpen()) {
            hiddenAsTold = hidden;
            wire.post(new Attention(hidden));
        }
    }

    /** Hears the core. */
    private final class Ear implements Wire.Listener {

        @Override
        public void failed() {
            if (greeting.isAwaited()) {
                enter(LinkState.UNLOADABLE); // and the hello's limit leads to the next try
            }
        }

        @Override
        public void receivedNonsense() {
            if (!greeting.isAwaited()) {
                sayHello(); // whatever it was, the snapshot has it; an unreadable snapshot runs into the hello's limit
            }
        }

        @Override
        public void received(FromCore message) {
            if (message instanceof Welcome welcome) {
                welcomed(welcome);
            } else if (message instanceof Settled settled) {
                calls.settle(settled.id(), settled.outcome());
                helloIfUnknown(settled);
            } else if (message instanceof Update update) {
                updated(update);
            } else if (message instanceof Moved moved) {
                moved(new CoreAddress(moved.url(), moved.protocol()));
            } else if (message instanceof Stranger && !greeting.isAwaited()) {
                sayHello();
            } else if (message instanceof Incompatible) {
                incompatible();
            }
        }
    }

    private void welcomed(Welcome welcome) {
        if (answersAnEarlierHello(welcome.snapshot())) {
            return;
        }
        greeting.answered();
        progress.startAt(welcome.sequence());
        if (!instance.equals(Optional.of(welcome.instance()))) {
            instance = Optional.of(welcome.instance());
            coreWatch.release();
            coreWatch = page.liveness().whenFree(welcome.lock(), () -> coreDied(welcome.instance()));
            calls.leftTo(instance);
        }
        tellAttention();
        Optional<AccountView> view = welcome.snapshot().view();
        if (view.filter(AccountView::opening).isPresent()) {
            waitForAccount();
            return;
        }
        if (view.filter(account -> account.deviceId().isEmpty()).isEmpty()) {
            destination.arrived(); // a core that can't open the account may not be the latest
        }
        shown = view.map(AccountView::userId);
        calls.repeat(this::post);
        enter(LinkState.LIVE);
        listener.snapshot(welcome.snapshot());
    }

    /** Whether another account has been asked for since: its snapshot follows, and this one is no longer wanted. */
    private boolean answersAnEarlierHello(Snapshot snapshot) {
        Optional<String> viewed = snapshot.view().map(AccountView::userId);
        return viewed.isPresent() && asked.isPresent() && !viewed.equals(asked)
                && snapshot.accounts().stream().anyMatch(account -> asked.equals(Optional.of(account.userId())));
    }

    /** The core sends another welcome as soon as the account is open; until then what was shown stays, calls wait. */
    private void waitForAccount() {
        enter(LinkState.OPENING);
        page.timers().after(OPENING_MS, () -> {
            if (state == LinkState.OPENING) {
                enter(LinkState.HELD);
            }
        });
    }

    private void updated(Update update) {
        if (greeting.isAwaited() || helloIfUnknown(update) || progress.isPast(update.sequence())) {
            return; // the welcome will tell everything, or it was told already
        }
        if (!progress.isNext(update.sequence())) {
            sayHello();
            return;
        }
        listener.changed(update.deltas());
        progress.reached(update.sequence());
    }

    private boolean helloIfUnknown(FromCore message) {
        if (instance.equals(Optional.of(message.instance()))) {
            return false;
        }
        if (!greeting.isAwaited()) {
            sayHello();
        }
        return true;
    }

    private void coreDied(String which) {
        if (instance.equals(Optional.of(which))) {
            goOnElsewhere(LinkState.LOST);
        }
    }

    private void moved(CoreAddress elsewhere) {
        if (elsewhere.fits() && elsewhere.isOfThisSite()) {
            destination.sentTo(elsewhere);
            follow();
        } else {
            incompatible();
        }
    }

    /** At once; but cores that send a tab to and fro get time to agree. */
    private void follow() {
        if (state == LinkState.MOVING) {
            wire.hangUp();
            greeting.begin();
        } else {
            goOnElsewhere(LinkState.MOVING);
        }
    }

    private void goOnElsewhere(LinkState meanwhile) {
        coreWatch.release();
        instance = Optional.empty();
        enter(meanwhile);
        calls.leftTo(instance);
        greeting.hurry();
        connect();
    }

    private void incompatible() {
        leave();
        enter(LinkState.INCOMPATIBLE);
        calls.refuseAll(UPDATED);
    }

    private void enter(LinkState next) {
        if (state != next) {
            state = next;
            listener.stateChanged(next);
        }
    }
}
