package chat.pando.core;

import chat.pando.host.Host;
import chat.pando.host.JsonSyntaxException;
import chat.pando.host.Port;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JvmPorts;
import chat.pando.protocol.AccountInfo;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Delta;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.FromCoreCodec;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.RoomView;
import chat.pando.protocol.Settled;
import chat.pando.protocol.Snapshot;
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

    private static final long PATIENCE_MILLIS = 30_000;

    private final Host host;
    private final Port port;
    private final String id = UUID.randomUUID().toString();
    private final Map<String, Outcome> settled = new LinkedHashMap<>();
    private final Map<String, RoomSummary> rooms = new LinkedHashMap<>();
    private final Map<String, TimelineItem> items = new LinkedHashMap<>();
    private List<AccountInfo> accounts = List.of();
    private Optional<Connection> connection = Optional.empty();
    private Optional<String> userId = Optional.empty();
    private Optional<String> room = Optional.empty();
    private boolean hasOlder;
    private boolean welcomed;
    private long sequence;
    private String trouble = "";

    TestTab(Host host, JvmPorts ports) {
        this.host = host;
        this.port = ports.connect();
        host.locks().acquire(Hello.lockOf(id));
        port.onMessage(this::received);
    }

    /** Says hello and waits for the snapshot. */
    TestTab hello(Optional<String> account) {
        synchronized (this) {
            welcomed = false;
        }
        say(new Hello(ToCore.VERSION, id, account, false, room));
        await("a welcome", tab -> tab.welcomed);
        return this;
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

    Outcome outcome(String call, Command command) {
        synchronized (this) {
            settled.remove(call);
        }
        say(new Call(call, command));
        await("an outcome of " + command.getClass().getSimpleName(), tab -> tab.settled.containsKey(call));
        synchronized (this) {
            return settled.get(call);
        }
    }

    void say(ToCore message) {
        port.post(ToCoreCodec.encode(message).text());
    }

    /** Opens a room and waits for its timeline. */
    void open(String roomId) {
        ask(new Command.OpenRoom(roomId));
        await("the open room", tab -> tab.room.equals(Optional.of(roomId)));
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
        return items.values().stream().sorted(Comparator.comparing(TimelineItem::order)).toList();
    }

    synchronized Optional<TimelineItem> item(String text) {
        return shown().stream()
                .filter(item -> item.content() instanceof TimelineItem.Content.Text t && t.body().equals(text))
                .findFirst();
    }

    synchronized Optional<RoomSummary> summary(String roomId) {
        return Optional.ofNullable(rooms.get(roomId));
    }

    synchronized Optional<String> userId() {
        return userId;
    }

    synchronized List<AccountInfo> accounts() {
        return accounts;
    }

    synchronized boolean hasOlder() {
        return hasOlder;
    }

    synchronized Optional<Connection.State> state() {
        return connection.map(Connection::state);
    }

    synchronized Optional<Connection> connection() {
        return connection;
    }

    /** Waits until what the tab shows satisfies the condition. */
    synchronized void await(String what, Predicate<TestTab> condition) {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.test(this)) {
            long left = deadline - System.currentTimeMillis();
            if (left <= 0 || !trouble.isEmpty()) {
                throw new AssertionError("waited in vain for " + what + " " + trouble + "; " + connection + shown());
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    private synchronized void received(String text) {
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
            sequence = welcome.sequence();
            start(welcome.snapshot());
        } else if (message instanceof Update update) {
            if (update.sequence() != sequence + 1) {
                trouble = "a hole: " + update.sequence() + " after " + sequence;
            }
            sequence = update.sequence();
            update.deltas().forEach(this::apply);
        } else if (message instanceof Settled answer) {
            if (settled.put(answer.id(), answer.outcome()) != null) {
                trouble = "a call settled twice";
            }
        }
    }

    private void start(Snapshot snapshot) {
        accounts = snapshot.accounts();
        rooms.clear();
        items.clear();
        userId = snapshot.view().map(view -> view.userId());
        connection = snapshot.view().map(view -> view.connection());
        snapshot.view().ifPresent(view -> {
            view.rooms().forEach(summary -> rooms.put(summary.id(), summary));
            view.open().ifPresent(this::start);
        });
    }

    private void start(RoomView view) {
        room = Optional.of(view.id());
        items.clear();
        view.items().forEach(item -> items.put(item.key(), item));
        hasOlder = view.hasOlder();
    }

    private void apply(Delta delta) {
        if (delta instanceof Delta.AccountsChanged changed) {
            accounts = changed.accounts();
        } else if (delta instanceof Delta.ConnectionChanged changed) {
            connection = Optional.of(changed.connection());
        } else if (delta instanceof Delta.RoomChanged changed) {
            rooms.put(changed.room().id(), changed.room());
        } else if (delta instanceof Delta.RoomRemoved removed) {
            rooms.remove(removed.room());
        } else if (delta instanceof Delta.RoomOpened opened) {
            start(opened.room());
        } else if (delta instanceof Delta.TimelineChanged changed && room.equals(Optional.of(changed.room()))) {
            changed.removed().forEach(items::remove);
            changed.changed().forEach(item -> items.put(item.key(), item));
            hasOlder = changed.hasOlder();
        } else if (delta instanceof Delta.SignedOut) {
            userId = Optional.empty();
        }
    }
}
