package chat.pando.lab.sim.browser;

import chat.pando.lab.sim.Ledger;
import chat.pando.protocol.AccountInfo;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Snapshot;
import chat.pando.tab.Outgoing;
import chat.pando.tab.link.CoreAddress;
import chat.pando.tab.link.CoreLink;
import chat.pando.tab.link.LinkListener;
import chat.pando.tab.link.LinkState;
import chat.pando.tab.link.Wishes;
import chat.pando.tab.model.AccountModel;
import chat.pando.tab.model.Aspect;
import chat.pando.tab.model.Drafts;
import chat.pando.tab.model.Route;
import chat.pando.tab.model.TabModel;
import chat.pando.tab.model.Unsent;
import chat.pando.tab.page.StoredCurrentCore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One load of the site in a tab: the tab's true link and model, without a screen. */
public final class Page implements LinkListener, Ledger.Asker {

    private final Browser browser;
    private final String tab;
    private final TabMemory memory;
    private final PagePlatform platform;
    private final CoreLink link;
    private final TabModel model = new TabModel();
    private final Drafts drafts;
    private final Unsent unsent;
    private final Outgoing outgoing;
    private final Deque<Runnable> backlog = new ArrayDeque<>();
    private Route route;
    private Optional<Long> runningSince;
    private boolean paused;
    private boolean gone;

    Page(Browser browser, String tab, TabMemory memory, Site site) {
        this.browser = browser;
        this.tab = tab;
        this.memory = memory;
        Dialect dialect = new Dialect(site.protocolsAhead());
        platform = new PagePlatform(browser, this, dialect);
        link = new CoreLink(
                new CoreLink.Surroundings(
                        CoreAddress.own(site.core().url()),
                        dialect.translated(new StoredCurrentCore(browser.memory())),
                        platform.connector(),
                        platform,
                        platform,
                        platform),
                browser::newId,
                this);
        drafts = new Drafts(memory);
        unsent = new Unsent(memory);
        outgoing = new Outgoing(drafts, unsent, browser::newId, this::hand, () -> {});
        route = Route.recall(memory);
        runningSince = Optional.of(browser.scheduler().now());
    }

    void start() {
        link.start();
    }

    /** Something happens in this page: now, or when it runs again; never when it is gone. */
    void later(Runnable action) {
        if (gone) {
            return;
        }
        if (runningSince.isPresent()) {
            action.run();
        } else {
            backlog.add(action);
        }
    }

    /** @param told whether the page is told beforehand, as browsers do that freeze pages themselves */
    void freeze(boolean told) {
        if (told) {
            link.pause();
            paused = true;
        }
        runningSince = Optional.empty();
        platform.workers().freeze();
    }

    void thaw() {
        runningSince = Optional.of(browser.scheduler().now());
        platform.workers().thaw();
        while (!backlog.isEmpty() && runningSince.isPresent() && !gone) {
            backlog.poll().run();
        }
        if (paused) {
            paused = false;
            link.start();
        }
    }

    /** Left in good order. */
    void leave() {
        if (runningSince.isPresent()) {
            link.pause();
        }
        vanish();
    }

    /** Gone without a word. */
    void vanish() {
        gone = true;
        backlog.clear();
        platform.endAll();
    }

    @Override
    public boolean gone() {
        return gone;
    }

    @Override
    public Optional<Long> runningSince() {
        return runningSince;
    }

    public boolean live() {
        return !gone && runningSince.isPresent() && link.state() == LinkState.LIVE;
    }

    public LinkState linkState() {
        return link.state();
    }

    public TabModel model() {
        return model;
    }

    public String tab() {
        return tab;
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
            startOver();
            return;
        }
        if (shown.isPresent() && !shown.equals(route.account())) {
            follow(Route.to(shown.get(), memory));
        }
        if (shown.isPresent()) {
            openWantedRoom();
        }
        outgoing.resume();
    }

    private void forgetSignedOut() {
        List<String> signedIn = model.accounts().stream().map(AccountInfo::userId).toList();
        Route.forgetAllBut(signedIn, memory);
        drafts.forgetAllBut(signedIn);
        unsent.forgetAllBut(signedIn);
    }

    private void startOver() {
        follow(Route.START);
        link.helloAgain();
    }

    private void openWantedRoom() {
        boolean open = model.openRoom().map(room -> route.room().equals(Optional.of(room.id()))).orElse(false);
        if (!open && route.room().isPresent()) {
            ask(new Command.OpenRoom(route.room().get()));
        }
    }

    @Override
    public void changed(List<Delta> deltas) {
        Set<Aspect> touched = model.apply(deltas);
        if (touched.contains(Aspect.SIGNED_OUT)) {
            startOver();
        }
    }

    @Override
    public void stateChanged(LinkState state) {
        // nothing shows it
    }

    /** A command whose outcome is of no further interest. */
    public void ask(Command command) {
        ask(command, outcome -> {});
    }

    public void ask(Command command, Consumer<Outcome> whenSettled) {
        Runnable settled = browser.ledger().asked(this, command.getClass().getSimpleName());
        link.call(command, outcome -> {
            settled.run();
            whenSettled.accept(outcome);
        });
    }

    private void hand(Call call, Consumer<Outcome> whenSettled) {
        String text = ((Command.SendText) call.command()).body();
        Runnable settled = browser.ledger().asked(this, "SendText");
        link.call(call, outcome -> {
            settled.run();
            browser.ledger().settled(text, outcome);
            whenSettled.accept(outcome);
        });
    }

    public void send(String account, String room, String text) {
        outgoing.send(account, room, text);
    }

    /** What came back because it was refused: taken from the composer. */
    public String takeDraft(String account, String room) {
        String draft = drafts.read(account, room);
        drafts.write(account, room, "");
        return draft;
    }

    public void setHidden(boolean hidden) {
        link.setHidden(hidden);
    }

    public void show(String account) {
        follow(Route.to(account, memory));
        link.helloAgain();
    }

    public void addAccount() {
        follow(route.toAddAccount());
        link.helloAgain();
    }

    public void openRoom(String room) {
        follow(route.withRoom(Optional.of(room)));
        ask(new Command.OpenRoom(room));
    }

    private void follow(Route next) {
        route = next;
        route.remember(memory);
    }

    @Override
    public String toString() {
        return "Page[" + tab + ", " + link.state() + "]";
    }
}
