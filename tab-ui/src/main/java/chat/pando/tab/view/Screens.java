package chat.pando.tab.view;

import chat.pando.tab.model.AccountModel;
import chat.pando.tab.model.Aspect;
import chat.pando.tab.model.Calendar;
import chat.pando.tab.model.Preferences;
import chat.pando.tab.model.Route;
import chat.pando.tab.model.Status;
import chat.pando.tab.model.TabModel;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** What fills the page: nothing yet, the sign-in screen, or an account's screen. */
public final class Screens {

    private static final Set<Aspect> IN_ACCOUNT =
            EnumSet.of(Aspect.CONNECTION, Aspect.ROOMS, Aspect.ROOM, Aspect.TIMELINE, Aspect.MEMBERS);

    private final HTMLElement root;
    private final Actions actions;
    private final Calendar calendar;
    private final Preferences preferences;
    private final StatusBar startStatus;
    private Optional<SignInScreen> signIn = Optional.empty();
    private Optional<AccountModel> proposed = Optional.empty();
    private Optional<MainScreen> main = Optional.empty();
    private String homeserver = "";
    private Status status = Status.STARTING;

    /** @param root the element that the screens fill */
    public Screens(HTMLElement root, Actions actions, Calendar calendar, Preferences preferences) {
        this.root = root;
        this.actions = actions;
        this.calendar = calendar;
        this.preferences = preferences;
        startStatus = new StatusBar(actions::tryNow);
        fill(Dom.el("main", "starting",
                Dom.el("div", "brand", Icon.LEAF.draw()), Dom.text("h1", "", "Pando"), startStatus.element()));
    }

    /** What the sign-in screen proposes. */
    public void proposeHomeserver(String server) {
        homeserver = server;
        signIn.ifPresent(screen -> screen.propose(server));
    }

    /** The next sign-in screen is for this account. */
    public void proposeAccount(AccountModel account) {
        proposed = Optional.of(account);
    }

    /** Shows the model anew, whatever was shown before. */
    public void show(TabModel model, Route route) {
        if (model.account().isPresent()) {
            showAccount(model, model.account().get());
        } else {
            showSignIn(!model.accounts().isEmpty());
        }
        follow(route);
    }

    private void showSignIn(boolean canGoBack) {
        main = Optional.empty();
        if (signIn.isEmpty()) {
            SignInScreen screen = new SignInScreen(actions);
            proposed.ifPresent(account -> screen.propose(account.homeserver(), account.userId()));
            screen.propose(homeserver);
            signIn = Optional.of(screen);
            fill(screen.element());
            screen.setStatus(status);
            screen.focus();
            setTitle(0);
        }
        signIn.get().setBack(canGoBack);
    }

    private void showAccount(TabModel model, AccountModel account) {
        signIn = Optional.empty();
        proposed = Optional.empty();
        boolean same = main.filter(screen -> screen.userId().equals(account.userId())).isPresent();
        if (!same) {
            MainScreen screen = new MainScreen(actions, account, calendar, preferences);
            main = Optional.of(screen);
            fill(screen.element());
            screen.setStatus(status);
        }
        main.get().setAccounts(model.accounts());
        main.get().setAccount(account);
        setTitle(account.rooms().unread());
    }

    /** Shows the room of the route, and names it in the page's address. */
    public void follow(Route route) {
        RoomAddress.go(route.room());
        main.filter(screen -> route.account().equals(Optional.of(screen.userId())))
                .ifPresent(screen -> screen.open(route.room()));
    }

    public void update(TabModel model, Set<Aspect> touched) {
        main.ifPresent(screen -> {
            if (touched.contains(Aspect.ACCOUNTS)) {
                screen.setAccounts(model.accounts());
            }
            if (touched.stream().anyMatch(IN_ACCOUNT::contains)) {
                screen.update();
            }
        });
        model.account().ifPresent(account -> setTitle(account.rooms().unread()));
    }

    public void setStatus(Status now) {
        status = now;
        startStatus.update(now);
        signIn.ifPresent(screen -> screen.setStatus(now));
        main.ifPresent(screen -> screen.setStatus(now));
    }

    public void refreshDraft() {
        main.ifPresent(MainScreen::refreshDraft);
    }

    /** The person looks at this page again. */
    public void lookedAt() {
        main.ifPresent(MainScreen::lookedAt);
    }

    private void fill(HTMLElement screen) {
        root.clear();
        root.appendChild(screen);
    }

    private static void setTitle(int unread) {
        HTMLDocument.current().setTitle(unread > 0 ? "(" + unread + ") Pando" : "Pando");
    }
}
