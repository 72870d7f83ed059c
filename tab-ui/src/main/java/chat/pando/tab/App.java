package chat.pando.tab;

import chat.pando.protocol.AccountInfo;
import chat.pando.protocol.Command;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Snapshot;
import chat.pando.tab.link.CoreLink;
import chat.pando.tab.link.LinkListener;
import chat.pando.tab.link.LinkState;
import chat.pando.tab.link.Wishes;
import chat.pando.tab.model.AccountModel;
import chat.pando.tab.model.Aspect;
import chat.pando.tab.model.Calendar;
import chat.pando.tab.model.Drafts;
import chat.pando.tab.model.Memory;
import chat.pando.tab.model.Route;
import chat.pando.tab.model.Status;
import chat.pando.tab.model.TabModel;
import chat.pando.tab.model.Unsent;
import chat.pando.tab.view.Actions;
import chat.pando.tab.view.Screens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A tab at work: what the core says goes through the model to the screen, what the person wants goes to the core. */
final class App implements LinkListener, Actions {

    private final TabModel model = new TabModel();
    private final Memory memory;
    private final Calendar calendar;
    private final Drafts drafts;
    private final Unsent unsent;
    private final Outgoing outgoing;
    private final Screens screens;
    private final CoreLink link;
    private Route route;

    /**
     * @param line makes the line to the core, whose listener this app is
     * @param show makes the screens, whose actions this app carries out
     */
    App(
            Memory memory,
            Calendar calendar,
            Supplier<String> ids,
            Function<LinkListener, CoreLink> line,
            Function<Actions, Screens> show) {
        this.memory = memory;
        this.calendar = calendar;
        drafts = new Drafts(memory);
        link = line.apply(this);
        screens = show.apply(this);
        unsent = new Unsent(memory);
        outgoing = new Outgoing(drafts, unsent, ids, link::call, screens::refreshDraft);
        route = Route.recall(memory);
    }

    /** Begins, in the room that the page's address names, if it does. */
    void start(Optional<String> room) {
        if (room.isPresent()) {
            route = route.withRoom(room);
        }
        screens.setStatus(Status.STARTING);
        link.start();
    }

    CoreLink link() {
        return link;
    }

    /** The page's address names another room, or none. */
    void roomChosen(Optional<String> room) {
        if (!room.equals(route.room())) {
            follow(route.withRoom(room));
            tellRoom();
        }
    }

    /** Somebody looks at this page again. */
    void lookedAt() {
        screens.lookedAt();
    }

    @Override
    public Wishes wishes() {
        return new Wishes(route.account(), route.adding(), route.room());
    }

    @Override
    public void snapshot(Snapshot snapshot) {
        model.reset(snapshot);
        forgetSignedOut();
        Optional<String> shown = model.account().map(AccountModel::userId);
        if (shown.isEmpty() && !route.adding() && route.account().isPresent()) {
            route = Route.START; // that account is gone: show the one used last
            route.remember(memory);
            link.helloAgain();
            return;
        }
        if (shown.isPresent() && !shown.equals(route.account())) {
            route = adopt(shown.get());
            route.remember(memory);
        }
        screens.show(model, route);
        showStatus();
        if (shown.isPresent()) {
            openWantedRoom();
        }
        outgoing.resume();
    }

    /** Signing out removes an account from the browser: also what this tab remembers of it. */
    private void forgetSignedOut() {
        List<String> signedIn = model.accounts().stream().map(AccountInfo::userId).toList();
        Route.forgetAllBut(signedIn, memory);
        drafts.forgetAllBut(signedIn);
        unsent.forgetAllBut(signedIn);
    }

    /** The core chose the account; its room is the one that the address names, or the one shown last. */
    private Route adopt(String account) {
        Route to = Route.to(account, memory);
        return route.room().isPresent() ? to.withRoom(route.room()) : to;
    }

    /** Where the hello didn't name the room, because the account wasn't known yet. */
    private void openWantedRoom() {
        boolean open = model.openRoom().map(room -> route.room().equals(Optional.of(room.id()))).orElse(false);
        if (!open && route.room().isPresent()) {
            tellRoom();
        }
    }

    @Override
    public void changed(List<Delta> deltas) {
        Set<Aspect> touched = model.apply(deltas);
        if (touched.contains(Aspect.ACCOUNTS)) {
            forgetSignedOut();
        }
        if (touched.contains(Aspect.SIGNED_OUT)) {
            route = Route.START;
            route.remember(memory);
            link.helloAgain();
            return;
        }
        screens.update(model, touched);
        if (touched.contains(Aspect.CONNECTION)) {
            showStatus();
        }
    }

    @Override
    public void stateChanged(LinkState state) {
        showStatus();
    }

    private void showStatus() {
        screens.setStatus(status());
    }

    /** How things stand now. */
    Status status() {
        return switch (link.state()) {
            case STARTING, OPENING, PAUSED -> Status.STARTING;
            case HELD -> Status.HELD;
            case SLOW -> Status.SLOW;
            case LOST -> Status.LOST;
            case UNLOADABLE -> Status.UNLOADABLE;
            case MOVING -> Status.MOVING;
            case INCOMPATIBLE -> Status.RELOAD;
            case LIVE -> model.account()
                    .map(account -> Status.of(account.connection(), calendar.now()))
                    .orElse(Status.READY);
        };
    }

    @Override
    public void call(Command command, Consumer<Outcome> whenSettled) {
        link.call(command, whenSettled);
    }

    @Override
    public void showAccount(String userId) {
        follow(Route.to(userId, memory));
        link.helloAgain();
    }

    @Override
    public void addAccount() {
        follow(route.toAddAccount());
        link.helloAgain();
    }

    @Override
    public void signInAgain() {
        model.account().ifPresent(screens::proposeAccount);
        addAccount();
    }

    @Override
    public void cancelAdding() {
        follow(route.account().map(account -> Route.to(account, memory)).orElse(Route.START));
        link.helloAgain();
    }

    @Override
    public void openRoom(String room) {
        roomChosen(Optional.of(room));
    }

    @Override
    public void closeRoom() {
        roomChosen(Optional.empty());
    }

    private void follow(Route next) {
        route = next;
        route.remember(memory);
        screens.follow(route);
    }

    private void tellRoom() {
        Command command = route.room().<Command>map(Command.OpenRoom::new).orElseGet(Command.CloseRoom::new);
        // A refused opening leaves the pane that says so; the room list tells whether it is there.
        link.call(command, outcome -> {});
    }

    @Override
    public void sendText(String room, String body) {
        model.account().ifPresent(account -> outgoing.send(account.userId(), room, body));
    }

    @Override
    public Optional<Problem> refusal(String room) {
        return model.account().flatMap(account -> outgoing.refusal(account.userId(), room));
    }

    @Override
    public String draft(String room) {
        return model.account().map(account -> drafts.read(account.userId(), room)).orElse("");
    }

    @Override
    public void keepDraft(String room, String text) {
        model.account().ifPresent(account -> drafts.write(account.userId(), room, text));
    }

    @Override
    public Optional<String> core() {
        return link.instance();
    }

    @Override
    public Optional<String> keys() {
        return model.keys();
    }

    @Override
    public void tryNow() {
        if (link.state() == LinkState.LIVE) {
            link.call(new Command.Reconnect(), outcome -> {});
        } else {
            link.tryNow();
        }
    }
}
