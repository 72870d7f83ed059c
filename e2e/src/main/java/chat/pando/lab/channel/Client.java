package chat.pando.lab.channel;

import chat.pando.host.Clock;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JvmHttp;
import chat.pando.jvm.NanoJson;
import chat.pando.lab.drive.Patience;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.TimelineItem;
import chat.pando.store.Changes;
import chat.pando.store.MemoryAccounts;
import chat.pando.store.Row;
import chat.pando.store.Table;
import chat.pando.tab.model.OpenRoom;
import chat.pando.tab.model.TabModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Somebody with a browser profile: a disk that outlives cores, one core at a time, and a tab. */
final class Client {

    private final int number;
    private final URI homeserver;
    private final Clock clock;
    private final Ledger ledger;
    private final JvmHttp http = new JvmHttp();
    private final NanoJson json = new NanoJson();
    private final MemoryAccounts disk = new MemoryAccounts();
    private final Screen screen = new Screen(this::shown);
    private CompletableFuture<Outcome> older = CompletableFuture.completedFuture(Outcome.Done.PLAIN);
    private Life life;

    Client(int number, URI homeserver, Clock clock, Ledger ledger) {
        this.number = number;
        this.homeserver = homeserver;
        this.clock = clock;
        this.ledger = ledger;
        start();
    }

    /** Starts a core on what is stored, and turns the tab to it. */
    void start() {
        life = new Life(homeserver, clock, http, disk, this::committed, ledger::fault);
        screen.connect(life);
    }

    /** Ends the core, whatever it is doing. */
    void kill() {
        screen.disconnect();
        life.kill();
    }

    /** Creates an account; answers the user id. */
    String signUp(String username) throws InterruptedException {
        String password = "a long password of " + username;
        String userId = ask(new Command.CreateAccount(homeserver.toString(), username, password))
                .result().requireString("user_id");
        screen.show(userId);
        await("a connection", model -> model.account()
                .filter(account -> account.connection().state() == Connection.State.ONLINE).isPresent());
        return userId;
    }

    String createRoom(List<String> others) throws InterruptedException {
        return ask(new Command.CreateRoom("Grove", others, true)).result().requireString("room_id");
    }

    void accept(String room) throws InterruptedException {
        await("an invitation", model -> summary(model, room).isPresent());
        ask(new Command.AcceptInvite(room));
    }

    /** Opens a room, and waits until so many people are in it. */
    void enter(String room, int people) throws InterruptedException {
        screen.enter(room);
        await("everybody", model -> model.openRoom().isPresent()
                && summary(model, room).filter(summary -> summary.memberCount() == people).isPresent());
    }

    /** Writes a message; whether a core runs or not, the tab keeps it until one has taken it. */
    Message say(String room, int length) {
        Message message = ledger.writes(number, length);
        screen.ask(new Command.SendText(room, message.text)).thenAccept(outcome -> ledger.taken(message,
                outcome instanceof Outcome.Done ? Message.Taking.ACCEPTED : Message.Taking.REFUSED));
        return message;
    }

    /** Has everything sent again that has failed. */
    void retryAll(String room) throws InterruptedException {
        ask(new Command.RetryAll(room));
    }

    /** Has read what is shown. */
    void reads(String room) {
        screen.look(model -> model.openRoom().flatMap(open -> open.timeline().latestEvent())
                .ifPresent(event -> screen.ask(new Command.MarkRead(room, event))));
    }

    /** Loads all there is of the open room, and shows it to the ledger as what is there in the end. */
    void readAll(String room) throws InterruptedException {
        List<TimelineItem> all = new ArrayList<>();
        await("the room", model -> model.openRoom().isPresent());
        while (hasOlder()) {
            ask(new Command.LoadOlder(room));
        }
        screen.look(model -> model.openRoom().ifPresent(open -> all.addAll(open.timeline().items())));
        ledger.endsWith(number, all);
    }

    private boolean hasOlder() {
        boolean[] older = new boolean[1];
        screen.look(model -> older[0] = model.openRoom().filter(OpenRoom::hasOlder).isPresent());
        return older[0];
    }

    private void shown(TabModel model) {
        model.openRoom().ifPresent(open -> {
            ledger.shows(number, open.timeline().items(), open.hasOlder());
            if (open.hasOlder() && older.isDone()) { // a person who comes back scrolls up to where they were
                older = screen.ask(new Command.LoadOlder(open.id()));
            }
        });
    }

    /** What is on the disk now, and can be read. */
    private void committed(Changes changes) {
        changes.writes().getOrDefault(Table.TIMELINE, Map.of()).values().stream().flatMap(Optional::stream)
                .forEach(row -> text(row).flatMap(Message::numberIn).ifPresent(it -> ledger.stored(number, it)));
    }

    private Optional<String> text(Row row) {
        try {
            return json.parse(row.body()) instanceof JsonObject entry
                    ? entry.at("content").string("body")
                    : Optional.empty();
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("The core stores what is no JSON", e);
        }
    }

    private Outcome.Done ask(Command command) throws InterruptedException {
        try {
            Outcome outcome = screen.ask(command).get(Patience.MS, TimeUnit.MILLISECONDS);
            if (outcome instanceof Outcome.Done done) {
                return done;
            }
            throw new IllegalStateException(command + " of client " + number + " was refused: "
                    + ((Outcome.Refused) outcome).problem());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(command + " of client " + number + " doesn't settle", e);
        }
    }

    private void await(String what, Predicate<TabModel> condition) throws InterruptedException {
        if (!screen.await(condition, Patience.MS)) {
            throw new IllegalStateException("Client " + number + " waits in vain for " + what);
        }
    }

    private static Optional<RoomSummary> summary(TabModel model, String room) {
        return model.account().flatMap(account -> account.rooms().find(room));
    }
}
