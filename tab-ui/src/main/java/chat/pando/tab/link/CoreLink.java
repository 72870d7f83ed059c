package chat.pando.tab.link;

import chat.pando.json.JsonShapeException;
import chat.pando.protocol.AccountView;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.Goodbye;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Incompatible;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Settled;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.ToCoreCodec;
import chat.pando.protocol.Update;
import chat.pando.protocol.Welcome;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The tab's end of the protocol.
 *
 * <p>It says hello and applies what follows. A hole in the numbers, an unknown core or a message that can't be read
 * leads to another hello, in place. When the core's lock is free the core is dead: a new one is started and the
 * calls that are still open are made again under their ids. Only the hello has a time limit; then it is said
 * again on a new line, ever more slowly.
 */
public final class CoreLink {

    static final int HELLO_MS = 3_000;
    static final int OPENING_MS = 1_500;
    private static final int MOST_HELLO_MS = 30_000;

    private static final Problem STOPPED = new Problem(
            Problem.Code.CORE_LOST, "Pando's core stopped in the middle of this. Please try again.");
    private static final Problem SWITCHED = new Problem(
            Problem.Code.CORE_LOST, "This tab changed to another account before this was done. Please try again.");
    private static final Problem UPDATED = new Problem(
            Problem.Code.CORE_LOST, "Pando was updated in another tab. Reload this page, then try again.");

    private final Connector connector;
    private final Liveness liveness;
    private final Timers timers;
    private final Supplier<String> ids;
    private final MessageReader reader;
    private final LinkListener listener;
    private final PendingCalls calls;

    private LinkState state = LinkState.PAUSED;
    private String tab = "";
    private Optional<Connector.Line> line = Optional.empty();
    private Optional<String> instance = Optional.empty();
    private Optional<String> shown = Optional.empty();
    private long sequence;
    private boolean awaitingWelcome;
    private int unanswered;
    private Timers.Cancel helloLimit = () -> {};
    private Liveness.Release tabLock = () -> {};
    private Liveness.Release coreWatch = () -> {};

    /** What reads a message's text. */
    @FunctionalInterface
    public interface MessageReader {

        /** The message, or empty where the text is none. */
        Optional<FromCore> read(String text) throws JsonShapeException;
    }

    public CoreLink(
            Connector connector,
            Liveness liveness,
            Timers timers,
            Supplier<String> ids,
            MessageReader reader,
            LinkListener listener) {
        this.connector = connector;
        this.liveness = liveness;
        this.timers = timers;
        this.ids = ids;
        this.reader = reader;
        this.listener = listener;
        this.calls = new PendingCalls(timers, this::helloAgain);
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
        enter(LinkState.STARTING);
        tabLock = liveness.hold(Hello.lockOf(tab), this::connect);
    }

    /** Lays the line down: the page goes away, or into the back/forward cache. */
    public void pause() {
        if (state == LinkState.PAUSED || state == LinkState.INCOMPATIBLE) {
            return;
        }
        hangUp();
        coreWatch.release();
        tabLock.release();
        instance = Optional.empty();
        enter(LinkState.PAUSED);
    }

    /** Asks for everything anew, with the listener's wishes of now. */
    public void helloAgain() {
        if (line.isPresent()) {
            sayHello();
        }
    }

    /** Tries at once what would be tried later. */
    public void tryNow() {
        if (awaitingWelcome) {
            unanswered = 0;
            connect();
        }
    }

    /** Carries the command out under a new id. The outcome always comes. */
    public void call(Command command, Consumer<Outcome> whenSettled) {
        call(new Call(ids.get(), command), whenSettled);
    }

    /** Carries the call out, once for its id, however often it is made. */
    public void call(Call call, Consumer<Outcome> whenSettled) {
        if (state == LinkState.INCOMPATIBLE) {
            whenSettled.accept(new Outcome.Refused(UPDATED));
            return;
        }
        PendingCall pending = calls.add(call, shown, whenSettled);
        if (state == LinkState.LIVE && !awaitingWelcome) {
            post(pending);
        }
    }

    private void connect() {
        if (state == LinkState.PAUSED || state == LinkState.INCOMPATIBLE) {
            return;
        }
        hangUp();
        line = Optional.of(connector.open(this::receive));
        sayHello();
    }

    private void sayHello() {
        Wishes wishes = listener.wishes();
        awaitingWelcome = true;
        helloLimit.cancel();
        helloLimit = timers.after(helloLimitMs(), this::unanswered);
        post(new Hello(ToCore.VERSION, tab, wishes.account(), wishes.adding(), wishes.room()));
    }

    private int helloLimitMs() {
        return Math.min(MOST_HELLO_MS, HELLO_MS << Math.min(unanswered, 5));
    }

    private void unanswered() {
        unanswered++;
        if (state != LinkState.LOST) {
            enter(LinkState.SLOW);
        }
        connect();
    }

    private void hangUp() {
        helloLimit.cancel();
        line.ifPresent(open -> {
            open.post(ToCoreCodec.encode(new Goodbye()).text());
            open.close();
        });
        line = Optional.empty();
        awaitingWelcome = false;
    }

    private void post(ToCore message) {
        line.ifPresent(open -> open.post(ToCoreCodec.encode(message).text()));
    }

    private void post(PendingCall pending) {
        pending.postedTo(instance);
        post(pending.call());
    }

    private void receive(String text) {
        Optional<FromCore> message;
        try {
            message = reader.read(text);
        } catch (JsonShapeException unreadable) {
            message = Optional.empty();
        }
        if (message.isPresent()) {
            receive(message.get());
        } else if (!awaitingWelcome) {
            sayHello(); // whatever it was, the snapshot has it; an unreadable snapshot runs into the hello's limit
        }
    }

    private void receive(FromCore message) {
        if (message instanceof Welcome welcome) {
            welcomed(welcome);
        } else if (message instanceof Settled settled) {
            calls.settle(settled.id(), settled.outcome());
            helloIfUnknown(settled);
        } else if (message instanceof Update update) {
            updated(update);
        } else if (message instanceof Incompatible) {
            incompatible();
        }
    }

    private void welcomed(Welcome welcome) {
        boolean another = !instance.equals(Optional.of(welcome.instance()));
        helloLimit.cancel();
        awaitingWelcome = false;
        unanswered = 0;
        sequence = welcome.sequence();
        if (another) {
            instance = Optional.of(welcome.instance());
            coreWatch.release();
            coreWatch = liveness.whenFree(welcome.lock(), () -> coreDied(welcome.instance()));
            calls.refuse(call -> call.isPosted() && !call.isKnownTo(instance) && !call.mayMoveToAnotherCore(), STOPPED);
        }
        if (welcome.snapshot().view().filter(AccountView::opening).isPresent()) {
            waitForAccount();
            return;
        }
        shown = welcome.snapshot().view().map(AccountView::userId);
        repeatCalls();
        enter(LinkState.LIVE);
        listener.snapshot(welcome.snapshot());
    }

    /** The core sends another welcome as soon as the account is open; until then what was shown stays, calls wait. */
    private void waitForAccount() {
        enter(LinkState.OPENING);
        timers.after(OPENING_MS, () -> {
            if (state == LinkState.OPENING) {
                enter(LinkState.HELD);
            }
        });
    }

    /** Makes the open calls again; those of an account that is no longer shown are only waited for, or else refused. */
    private void repeatCalls() {
        calls.refuse(call -> !call.account().equals(shown) && !call.isKnownTo(instance), SWITCHED);
        for (PendingCall pending : calls.all()) {
            if (pending.account().equals(shown)) {
                post(pending);
            }
        }
    }

    private void updated(Update update) {
        if (awaitingWelcome || helloIfUnknown(update) || update.sequence() <= sequence) {
            return; // the welcome will tell everything, or it was told already
        }
        if (update.sequence() > sequence + 1) {
            sayHello();
            return;
        }
        sequence = update.sequence();
        listener.changed(update.deltas());
    }

    private boolean helloIfUnknown(FromCore message) {
        if (instance.equals(Optional.of(message.instance()))) {
            return false;
        }
        if (!awaitingWelcome) {
            sayHello();
        }
        return true;
    }

    private void coreDied(String which) {
        if (!instance.equals(Optional.of(which))) {
            return;
        }
        instance = Optional.empty();
        enter(LinkState.LOST);
        calls.refuse(call -> call.isPosted() && !call.isKnownTo(instance) && !call.mayMoveToAnotherCore(), STOPPED);
        unanswered = 0;
        connect();
    }

    private void incompatible() {
        hangUp();
        coreWatch.release();
        enter(LinkState.INCOMPATIBLE);
        calls.refuse(call -> true, UPDATED);
    }

    private void enter(LinkState next) {
        if (state != next) {
            state = next;
            listener.stateChanged(next);
        }
    }
}
