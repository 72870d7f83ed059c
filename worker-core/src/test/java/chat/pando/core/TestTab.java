package chat.pando.core;

import chat.pando.host.Host;
import chat.pando.host.JsonSyntaxException;
import chat.pando.host.Port;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JvmPorts;
import chat.pando.protocol.AccountInfo;
import chat.pando.protocol.Attention;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.FromCoreCodec;
import chat.pando.protocol.Goodbye;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Moved;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.Seen;
import chat.pando.protocol.Settled;
import chat.pando.protocol.Stranger;
import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.ToCoreCodec;
import chat.pando.protocol.Update;
import chat.pando.protocol.Welcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** A tab as a test plays it: it speaks the protocol over a port and keeps the model that the deltas make. */
final class TestTab {

    private final Host host;
    private Port port;
    private final String id = UUID.randomUUID().toString();
    private final Map<String, Outcome> settled = new LinkedHashMap<>();
    private final ShownState state = new ShownState();
    private boolean welcomed;
    private boolean hidden;
    private boolean frozen;
    private boolean lingers;
    private String coreLock = "";
    private long sequence;
    private int updates;
    private int welcomes;
    private int strangers;
    private Optional<Moved> moved = Optional.empty();
    private String trouble = "";

    TestTab(Host host, JvmPorts ports) {
        this.host = host;
        host.locks().acquire(Hello.lockOf(id));
        connect(ports);
    }

    /** Turns to another core, in place; what the former one says is no longer heard. */
    synchronized void connect(JvmPorts ports) {
        moved = Optional.empty();
        Port line = ports.connect();
        port = line;
        line.onMessage(text -> received(line, text));
    }

    /** Says hello and waits for the snapshot. */
    TestTab hello(Optional<String> account) {
        return hello(ToCore.VERSION, account);
    }

    /** Says hello in another version of the protocol, and waits for the snapshot. */
    TestTab hello(int protocol, Optional<String> account) {
        synchronized (this) {
            welcomed = false;
        }
        greet(protocol, account);
        await("a welcome", tab -> tab.welcomed);
        return this;
    }

    /** Turns to the sign-in screen, to add an account, and waits for the snapshot that shows none. */
    void addAccount() {
        synchronized (this) {
            welcomed = false;
        }
        say(new Hello(ToCore.VERSION, id, Optional.empty(), true, Optional.empty(), hidden));
        await("a welcome", tab -> tab.welcomed);
    }

    /** Says hello, whatever that leads to. */
    void greet(int protocol, Optional<String> account) {
        say(new Hello(protocol, id, account, false, state.open(), hidden));
    }

    /** Gives a command and waits for its result. */
    JsonObject ask(Command command) {
        Outcome outcome = outcome(command);
        if (outcome instanceof Outcome.Done done) {
            return done.result();
        }
        throw new AssertionError("refused: " + ((Outcome.Refused) outcome).problem());
    }

    /** Gives a command that must be refused, and answers why it was. */
    Problem refused(Command command) {
        if (outcome(command) instanceof Outcome.Refused refused) {
            return refused.problem();
        }
        throw new AssertionError("should have been refused: " + command);
    }

    Outcome outcome(Command command) {
        return outcome(UUID.randomUUID().toString(), command);
    }

    Outcome outcome(String id, Command command) {
        return outcome(called(id, command));
    }

    Outcome outcome(Call call) {
        synchronized (this) {
            settled.remove(call.id());
        }
        say(call);
        String name = call.command().getClass().getSimpleName();
        await("an outcome of " + name, tab -> tab.settled.containsKey(call.id()));
        synchronized (this) {
            return settled.get(call.id());
        }
    }

    /** Gives a command, for the account that it shows, and waits for nothing. */
    void call(String id, Command command) {
        say(called(id, command));
    }

    private synchronized Call called(String id, Command command) {
        return new Call(id, state.userId(), command);
    }

    void say(ToCore message) {
        port.post(ToCoreCodec.encode(message).text());
    }

    /** Nobody can see it any more, or somebody can again. */
    void hide(boolean now) {
        synchronized (this) {
            hidden = now;
        }
        say(new Attention(now));
    }

    /** From now on it doesn't say what it saw, like a page that the browser has frozen. */
    synchronized void freeze() {
        frozen = true;
    }

    /** It says again what it saw. */
    synchronized void thaw() {
        frozen = false;
        sayWhatWasSeen();
    }

    /** From now on it doesn't leave a core that sends it elsewhere, like a page that is slow to read that. */
    synchronized void linger() {
        lingers = true;
    }

    /** The lock that the core holds while it lives. */
    synchronized String coreLock() {
        return coreLock;
    }

    /** All that it shows now; two tabs that show the same have equal pictures. */
    synchronized List<Object> picture() {
        return state.picture();
    }

    /** How many updates have come. */
    synchronized int updates() {
        return updates;
    }

    /** Where the core has sent it, since it last turned to one. */
    synchronized Optional<Moved> moved() {
        return moved;
    }

    /** How often a core has said that it doesn't know this tab. */
    synchronized int strangers() {
        return strangers;
    }

    /** How a call has ended, if it has. */
    synchronized Optional<Outcome> settled(String call) {
        return Optional.ofNullable(settled.get(call));
    }

    /** How many snapshots have come. */
    synchronized int welcomes() {
        return welcomes;
    }

    /** Opens a room and waits for its timeline. */
    void open(String roomId) {
        ask(new Command.OpenRoom(roomId));
        await("the open room", tab -> tab.state.open().equals(Optional.of(roomId)));
    }

    /** The timeline's texts in the order in which they are shown. */
    synchronized List<String> texts() {
        return shown().stream()
                .filter(item -> item.content() instanceof TimelineItem.Content.Text)
                .map(item -> ((TimelineItem.Content.Text) item.content()).body())
                .toList();
    }

    /** The timeline in the order in which it is shown. */
    synchronized List<TimelineItem> shown() {
        return state.items().values().stream().sorted(Comparator.comparing(TimelineItem::order)).toList();
    }

    synchronized Optional<TimelineItem> item(String text) {
        return shown().stream()
                .filter(item -> item.content() instanceof TimelineItem.Content.Text t && t.body().equals(text))
                .findFirst();
    }

    synchronized Optional<RoomSummary> summary(String roomId) {
        return state.room(roomId);
    }

    synchronized Optional<String> userId() {
        return state.userId();
    }

    synchronized List<AccountInfo> accounts() {
        return state.accounts();
    }

    synchronized boolean hasOlder() {
        return state.hasOlder();
    }

    synchronized Optional<Connection.State> state() {
        return state.connection().map(Connection::state);
    }

    synchronized Optional<Connection> connection() {
        return state.connection();
    }

    /** Waits until what the tab shows satisfies the condition. */
    void await(String what, Predicate<TestTab> condition) {
        await(what, Patience.MILLIS, condition);
    }

    /** The same where the server itself takes its time. */
    synchronized void await(String what, long patienceMillis, Predicate<TestTab> condition) {
        long deadline = System.currentTimeMillis() + patienceMillis;
        while (!condition.test(this)) {
            long left = deadline - System.currentTimeMillis();
            if (left <= 0 || !trouble.isEmpty()) {
                throw new AssertionError(
                        "waited in vain for " + what + " " + trouble + "; " + state.connection() + shown());
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    private synchronized void received(Port from, String text) {
        if (from != port) {
            return;
        }
        try {
            take(FromCoreCodec.decode(host.json().parse(text)));
        } catch (JsonSyntaxException | RuntimeException malformed) {
            trouble = "the core sent nonsense: " + malformed;
        }
        notifyAll();
    }

    private void take(FromCore message) {
        if (message instanceof Welcome welcome) {
            welcomed = true;
            welcomes++;
            coreLock = welcome.lock();
            sequence = welcome.sequence();
            state.start(welcome.snapshot());
            sayWhatWasSeen();
        } else if (message instanceof Update update) {
            if (update.sequence() != sequence + 1) {
                trouble = "a hole: " + update.sequence() + " after " + sequence;
            }
            sequence = update.sequence();
            updates++;
            update.deltas().forEach(state::apply);
            sayWhatWasSeen();
        } else if (message instanceof Settled answer) {
            if (settled.put(answer.id(), answer.outcome()) != null) {
                trouble = "a call settled twice";
            }
        } else if (message instanceof Moved now) {
            moved = Optional.of(now);
            if (!lingers) {
                say(new Goodbye());
            }
        } else if (message instanceof Stranger) {
            strangers++;
        }
    }

    private void sayWhatWasSeen() {
        if (!frozen) {
            say(new Seen(sequence));
        }
    }
}
