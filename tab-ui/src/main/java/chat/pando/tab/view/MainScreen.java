package chat.pando.tab.view;

import chat.pando.protocol.AccountInfo;
import chat.pando.protocol.Command;
import chat.pando.protocol.RoomSummary;
import chat.pando.tab.model.AccountModel;
import chat.pando.tab.model.Calendar;
import chat.pando.tab.model.Preferences;
import chat.pando.tab.model.Status;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The screen of a signed-in account: its rooms, and the one that is open. */
public final class MainScreen {

    private final Actions actions;
    private final Calendar calendar;
    private final Preferences preferences;
    private final String me;
    private final HTMLElement element = Dom.el("main", "main-screen");
    private final AccountsMenu accounts;
    private final StatusBar status;
    private final RoomsPane rooms;
    private AccountModel account;
    private Status statusNow = Status.STARTING;
    private Optional<String> wanted = Optional.empty();
    private Optional<ConversationPane> conversation = Optional.empty();
    private HTMLElement pane = BlankPane.noneOpen();
    private String paneKind = "";

    public MainScreen(Actions actions, AccountModel account, Calendar calendar, Preferences preferences) {
        this.actions = actions;
        this.account = account;
        this.calendar = calendar;
        this.preferences = preferences;
        this.me = account.userId();
        accounts = new AccountsMenu(actions);
        status = new StatusBar(actions::tryNow);
        rooms = new RoomsPane(actions, calendar);
        rooms.head().appendChild(Dom.labelledButton("small", Icon.PLUS, "New room", this::newRoom));
        HTMLElement who = Dom.el("header", "who", Avatar.of(me, me),
                Dom.text("span", "user-id", me).withAttr("title", me), accounts.button(), accounts.menu());
        element.withChild(Dom.text("h1", "spoken", "Pando"))
                .withChild(who)
                .withChild(status.element())
                .withChild(rooms.element())
                .withChild(footer())
                .withChild(pane);
    }

    private HTMLElement footer() {
        return Dom.el("footer", "tools",
                Dom.labelledButton("quiet", Icon.SETTINGS, "Settings", () -> SettingsDialog.open(preferences)),
                Dom.labelledButton("quiet", Icon.HEALTH, "Health", this::openHealth),
                Dom.labelledButton("quiet", Icon.LEAVE, "Sign out", this::signOut));
    }

    public HTMLElement element() {
        return element;
    }

    public String userId() {
        return me;
    }

    public void setStatus(Status now) {
        statusNow = now;
        status.update(now);
    }

    public void setAccounts(List<AccountInfo> all) {
        accounts.update(all, me);
    }

    /** Takes a new snapshot of the same account. */
    public void setAccount(AccountModel next) {
        account = next;
        update();
    }

    /** Opens this room, or none. */
    public void open(Optional<String> room) {
        wanted = room;
        update();
        conversation.ifPresent(ConversationPane::focus);
    }

    /** Shows what the model says now. */
    public void update() {
        rooms.update(account, wanted);
        Dom.setAttribute(element, "data-pane", shownOnPhones());
        showPane();
        conversation.ifPresent(shown -> {
            account.rooms().find(shown.room()).ifPresent(shown::update);
            shown.update(account);
        });
    }

    /** On a phone there is room for one pane: where the account is closed that is the one that says what to do. */
    private String shownOnPhones() {
        if (account.isClosed()) {
            return "closed";
        }
        return wanted.isPresent() ? "room" : "rooms";
    }

    public void refreshDraft() {
        conversation.ifPresent(ConversationPane::refreshDraft);
    }

    /** The person looks at this page again. */
    public void lookedAt() {
        conversation.ifPresent(ConversationPane::markRead);
    }

    private void showPane() {
        Optional<RoomSummary> room = wanted.flatMap(id -> account.rooms().find(id));
        String kind = paneKind(room);
        if (!kind.equals(paneKind)) {
            paneKind = kind;
            conversation = Optional.empty();
            replacePane(makePane(room));
        }
    }

    private String paneKind(Optional<RoomSummary> room) {
        if (account.isClosed()) {
            return "closed " + account.problem();
        }
        if (account.isArriving()) {
            return "arriving";
        }
        if (wanted.isEmpty()) {
            return account.rooms().isEmpty() ? "no rooms" : "none open";
        }
        return room.map(there -> there.membership() + " " + there.id()).orElse("unknown");
    }

    private HTMLElement makePane(Optional<RoomSummary> room) {
        if (account.isClosed()) {
            return BlankPane.closed(account.problem(), actions::signInAgain);
        }
        if (account.isArriving()) {
            return BlankPane.arriving();
        }
        if (wanted.isEmpty()) {
            return account.rooms().isEmpty() ? BlankPane.noRooms(this::newRoom) : BlankPane.noneOpen();
        }
        if (room.isEmpty()) {
            return BlankPane.unknown(actions::closeRoom);
        }
        if (room.get().membership() == RoomSummary.Membership.INVITE) {
            return new InvitationPane(actions, room.get()).element();
        }
        ConversationPane opened = new ConversationPane(actions, room.get(), me, calendar, preferences);
        conversation = Optional.of(opened);
        return opened.element();
    }

    private void replacePane(HTMLElement next) {
        element.replaceChild(next, pane);
        pane = next;
    }

    private void openHealth() {
        HealthDialog.open(account, statusNow, actions.core(), actions.keys());
    }

    private void newRoom() {
        NewRoomDialog.open(actions, me);
    }

    private void signOut() {
        ConfirmDialog.open("Sign out", actions, new Command.SignOut(), () -> {},
                "This removes the messages and keys of " + me + " from this browser, and signs its device out on the "
                        + "server. All tabs that show this account change to another one, or to the sign-in screen.",
                "Encrypted messages that only this browser has the keys for can't be read again afterwards, and "
                        + "messages that still wait to be sent are lost.");
    }
}
