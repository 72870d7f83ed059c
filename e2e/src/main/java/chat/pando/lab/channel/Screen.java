package chat.pando.lab.channel;

import chat.pando.host.Host;
import chat.pando.host.JsonSyntaxException;
import chat.pando.host.Port;
import chat.pando.jvm.NanoJson;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.FromCoreCodec;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Seen;
import chat.pando.protocol.Settled;
import chat.pando.protocol.Stranger;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.ToCoreCodec;
import chat.pando.protocol.Update;
import chat.pando.protocol.Welcome;
import chat.pando.tab.model.TabModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A tab: the protocol over a port, and the model that tabs have. It outlives cores: to each new one it says hello, and
 * makes the calls again that no core has settled.
 */
final class Screen {

    private final NanoJson json = new NanoJson();
    private final TabModel model = new TabModel();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Consumer<TabModel> onChange;
    private Optional<Port> port = Optional.empty();
    private Optional<String> account = Optional.empty();
    private Optional<String> room = Optional.empty();
    private String id = "";
    private long sequence;
    private boolean welcomed;

    /** @param onChange hears of everything that is shown, while it is */
    Screen(Consumer<TabModel> onChange) {
        this.onChange = onChange;
    }

    /** A call that hasn't settled. */
    private record Open(Call call, CompletableFuture<Outcome> outcome) {}

    /** Turns to a core. */
    void connect(Life life) {
        Host host = life.host();
        String tab = UUID.randomUUID().toString();
        host.locks().acquire(Hello.lockOf(tab));
        Port line = life.ports().connect();
        synchronized (this) {
            id = tab;
            port = Optional.of(line);
            welcomed = false;
        }
        line.onMessage(text -> received(line, text));
        hello();
    }

    /** The core is gone: what its threads still say is not heard. */
    synchronized void disconnect() {
        port = Optional.empty();
        welcomed = false;
    }

    /** Shows this account from now on. */
    void show(String userId) {
        synchronized (this) {
            account = Optional.of(userId);
        }
        hello();
    }

    /** Shows this room from now on. */
    void enter(String roomId) {
        synchronized (this) {
            room = Optional.of(roomId);
        }
        hello();
    }

    private synchronized void hello() {
        welcomed = false;
        post(new Hello(ToCore.VERSION, id, account, false, room, false));
    }

    /** Gives a command, as often as it takes until some core settles it. */
    synchronized CompletableFuture<Outcome> ask(Command command) {
        Call call = new Call(UUID.randomUUID().toString(), account, command);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        open.put(call.id(), new Open(call, outcome));
        if (welcomed) {
            post(call);
        }
        return outcome;
    }

    /** Reads what is shown, undisturbed. */
    synchronized void look(Consumer<TabModel> reader) {
        reader.accept(model);
    }

    /** Waits until what is shown satisfies the condition; tells whether it does. */
    synchronized boolean await(Predicate<TabModel> condition, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (!(welcomed && condition.test(model))) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void received(Port from, String text) {
        Optional<Settled> settled;
        synchronized (this) {
            if (port.filter(current -> current == from).isEmpty()) {
                return;
            }
            settled = take(read(text));
            notifyAll();
        }
        settled.ifPresent(this::settle);
    }

    private FromCore read(String text) {
        try {
            return FromCoreCodec.decode(json.parse(text));
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("The core sends what is no JSON", e);
        }
    }

    private Optional<Settled> take(FromCore message) {
        if (message instanceof Welcome welcome) {
            welcomed = true;
            sequence = welcome.sequence();
            model.reset(welcome.snapshot());
            shown();
            open.values().forEach(call -> post(call.call()));
        } else if (message instanceof Update update && update.sequence() == sequence + 1) {
            sequence = update.sequence();
            model.apply(update.deltas());
            shown();
        } else if (message instanceof Update || message instanceof Stranger) {
            hello(); // a hole in the numbers, or a core that doesn't know this tab
        } else if (message instanceof Settled settled) {
            return Optional.of(settled);
        }
        return Optional.empty();
    }

    private void shown() {
        onChange.accept(model);
        post(new Seen(sequence));
    }

    private void settle(Settled settled) {
        Optional<Open> call;
        synchronized (this) {
            call = Optional.ofNullable(open.remove(settled.id()));
            notifyAll();
        }
        call.ifPresent(asked -> asked.outcome().complete(settled.outcome()));
    }

    private void post(ToCore message) {
        port.ifPresent(line -> line.post(ToCoreCodec.encode(message).text()));
    }
}
