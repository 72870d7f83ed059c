package chat.pando.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.pando.lab.drive.Patience;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One tab, as a person uses it: everything is found by its accessible name. */
public final class TabPage {

    private final Page page;
    private final String homeserver;

    TabPage(Page page, String homeserver) {
        this.page = page;
        this.homeserver = homeserver;
    }

    /** The page itself, for what a person does with a tab as such. */
    public Page page() {
        return page;
    }

    // ---- signing in and out

    public void createAccount(Person person) {
        fillSignIn(homeserver, person.username(), person.password());
        button("Create account").click();
        awaitSignedIn(person);
    }

    public void signIn(Person person) {
        fillSignIn(homeserver, person.username(), person.password());
        button("Sign in").click();
        awaitSignedIn(person);
    }

    public void fillSignIn(String server, String username, String password) {
        awaitSignIn();
        field("Homeserver").fill(server);
        field("Username").fill(username);
        field("Password").fill(password);
    }

    public void awaitSignIn() {
        assertThat(page.getByRole(AriaRole.HEADING, name("Sign in to Pando"))).isVisible();
    }

    /**
     * The main screen shows whose it is.
     *
     * @throws AssertionError where it doesn't; it tells what there is instead, and what the site has stored
     */
    public void awaitSignedIn(Person person) {
        awaitVisible(page.getByText(person.userId(), new Page.GetByTextOptions().setExact(true)).first());
        awaitVisible(rooms());
    }

    private void awaitVisible(Locator part) {
        try {
            assertThat(part).isVisible();
        } catch (AssertionError e) {
            throw new AssertionError("The tab at " + page.url() + " says \"" + page.locator("body").innerText()
                    + "\", and has the databases "
                    + page.evaluate("async () => (await indexedDB.databases()).map(database => database.name)"), e);
        }
    }

    /** The sign-in screen in this tab, for one account more. */
    public void addAccount() {
        button("Accounts").click();
        page.getByRole(AriaRole.MENUITEM, name("Add account")).click();
        awaitSignIn();
    }

    /** Switches this tab to another account that is signed in. */
    public void showAccount(Person person) {
        button("Accounts").click();
        page.getByRole(AriaRole.MENUITEM, name(person.userId())).click();
        awaitSignedIn(person);
    }

    public void signOut() {
        button("Sign out").click();
        Locator sure = button(page.getByRole(AriaRole.DIALOG), "Sign out");
        sure.click();
        assertThat(sure).isHidden();
    }

    // ---- rooms

    public Locator rooms() {
        return page.getByRole(AriaRole.NAVIGATION, name("Rooms"));
    }

    public Locator roomLink(String room) {
        return rooms().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(room));
    }

    public void createRoom(String room, Person... invited) {
        Locator dialog = openNewRoom();
        fillNewRoom(dialog, room, String.join(", ", Stream.of(invited).map(Person::userId).toList()));
        assertThat(dialog.getByLabel("Encrypted")).isChecked();
        button(dialog, "Create").click();
        assertThat(dialog).isHidden();
        assertThat(roomLink(room).first()).isVisible();
    }

    public Locator openNewRoom() {
        button("New room").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG, name("New room"));
        assertThat(dialog).isVisible();
        return dialog;
    }

    public void fillNewRoom(Locator dialog, String room, String invited) {
        dialog.getByLabel("Name").fill(room);
        dialog.getByLabel("Invite").fill(invited);
    }

    /**
     * Clicks on a room and waits for its timeline.
     *
     * @throws AssertionError where it doesn't come; it tells what there is instead
     */
    public void openRoom(String room) {
        roomLink(room).first().click();
        awaitVisible(timeline());
    }

    public void acceptInvitation(String room) {
        roomLink(room).first().click();
        button("Accept").click();
        assertThat(composer()).isVisible();
    }

    // ---- messages

    public Locator timeline() {
        return page.getByRole(AriaRole.LOG, name("Timeline"));
    }

    public Locator composer() {
        return page.getByRole(AriaRole.TEXTBOX, name("Message"));
    }

    public Locator article(String body) {
        return timeline().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(body));
    }

    /** Writes a message and waits until it stands in the timeline: from then on it is the core's to deliver. */
    public void say(String body) {
        composer().fill(body);
        composer().press("Enter");
        assertThat(article(body)).hasCount(1);
    }

    /** What the timeline shows at this moment, from top to bottom. */
    public List<ShownMessage> messages() {
        Object shown = timeline().getByRole(AriaRole.ARTICLE).evaluateAll("articles => articles.map(article => ({"
                + "eventId: article.dataset.eventId ?? '', sender: article.dataset.sender ?? '',"
                + "state: article.dataset.state ?? '', text: article.innerText}))");
        return ((List<?>) shown).stream().map(message -> ShownMessage.of((Map<?, ?>) message)).toList();
    }

    /** Waits until the timeline is as it should be, and returns it. */
    public List<ShownMessage> awaitMessages(String what, Predicate<List<ShownMessage>> right) {
        try {
            page.waitForCondition(() -> right.test(messages()));
            return messages();
        } catch (TimeoutError e) {
            throw new AssertionError("Not within " + Patience.MS + " ms: " + what + ". Shown: " + messages(), e);
        }
    }

    /** Waits until every one of these texts is shown as something that the server has, and exactly once. */
    public List<ShownMessage> awaitArrived(List<String> bodies) {
        return awaitMessages("each of " + bodies.size() + " messages once and arrived",
                shown -> bodies.stream().allMatch(body -> shown.stream().filter(message -> message.says(body))
                        .map(ShownMessage::arrived).toList().equals(List.of(true))));
    }

    /** The ids of the events that are laid out, from top to bottom. */
    @SuppressWarnings("unchecked")
    public List<String> eventIds() {
        return (List<String>) timeline().evaluate("log => [...log.querySelectorAll('article[data-event-id]')]"
                + ".map(article => article.dataset.eventId)");
    }

    // ---- many tabs: only for those that were opened at once

    /** Brings a tab to the front that was opened hidden. */
    public void show() {
        page.evaluate("pandoHide(false)");
    }

    /** How many messages of a kind the core has sent this tab since it was loaded. */
    public int heard(String kind) {
        return ((Number) page.evaluate("kind => pandoHeard[kind] || 0", kind)).intValue();
    }

    // ---- state

    /** Where the connection shows. */
    public Locator status() {
        return page.getByRole(AriaRole.STATUS);
    }

    /** Where a problem shows. */
    public Locator alert(String text) {
        return page.getByRole(AriaRole.ALERT)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(text, Pattern.CASE_INSENSITIVE)));
    }

    /** A button of a part of the page. */
    public static Locator button(Locator part, String label) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
    }

    public Locator button(String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Leaves a mark on the page as it is loaded now: no reload keeps it. */
    public void mark() {
        page.evaluate("() => { window.marked = true; }");
    }

    /** Whether this is still the page that was marked, and it wasn't loaded anew. */
    public boolean isMarked() {
        return Boolean.TRUE.equals(page.evaluate("() => window.marked === true"));
    }

    /** Writes a message and leaves it at that: it may be the core's, or not yet. */
    public void write(String body) {
        composer().fill(body);
        composer().press("Enter");
    }

    /** Puts a text into the composer all at once, as from the clipboard: typing it would take minutes. */
    public void paste(String body) {
        composer().evaluate("(box, text) => { box.value = text;"
                + " box.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'})); }", body);
    }

    public void reload() {
        page.reload();
    }

    public void close() {
        page.close();
    }

    private static Page.GetByRoleOptions name(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
