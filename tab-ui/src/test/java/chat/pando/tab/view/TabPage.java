package chat.pando.tab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.pando.json.JsonString;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Delta;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Settled;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.Update;
import chat.pando.protocol.Welcome;
import chat.pando.tab.link.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.MockWebConnection;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;

/** The product's own {@code tab.js} in HtmlUnit, with the test in the place of the core. */
final class TabPage implements AutoCloseable {

    static final String CORE = "core";

    private static final Path SCRIPT = Path.of("target/js/tab.js");
    private static final String SITE = "https://pando.test/";

    private final WebClient client = new WebClient();
    private HtmlPage page;
    private long sequence;

    private TabPage(String preparation) {
        assumeTrue(Files.exists(SCRIPT), "there is no tab.js: this build skips TeaVM");
        MockWebConnection site = new MockWebConnection();
        try {
            site.setResponse(url("tab.js"), Files.readString(SCRIPT), "text/javascript", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        site.setResponse(url("tab.html"), resource("tab.html"), "text/html", StandardCharsets.UTF_8);
        String browser = resource("fake-browser.js") + preparation;
        site.setResponse(url("fake-browser.js"), browser, "text/javascript", StandardCharsets.UTF_8);
        site.setResponse(url("start.js"), "main([]);", "text/javascript", StandardCharsets.UTF_8);
        String config = "{\"homeserver\": \"example.org\"}";
        site.setResponse(url("config.json"), config, "application/json", StandardCharsets.UTF_8);
        client.setWebConnection(site);
        client.getOptions().setThrowExceptionOnScriptError(true);
        client.getOptions().setCssEnabled(false);
    }

    /** A page whose tab has said hello. */
    static TabPage open() {
        TabPage tab = new TabPage("");
        tab.load();
        return tab;
    }

    /** A page in a browser without these. */
    static TabPage lacking(String... features) {
        TabPage tab = new TabPage("delete window." + String.join("; delete window.", features) + ";");
        tab.load();
        return tab;
    }

    /** A page in a browser that doesn't know this kind of key. */
    static TabPage withoutKeys(String kind) {
        TabPage tab = new TabPage("fake.unknownKey = '" + kind + "';");
        tab.load();
        return tab;
    }

    /** A page whose tab shows this. */
    static TabPage showing(Snapshot snapshot) {
        TabPage tab = open();
        tab.welcome(snapshot);
        return tab;
    }

    /** Loads the page anew in the same tab. */
    void load() {
        try {
            page = client.getPage(url("tab.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settleDown();
    }

    /** Goes on with what the page's own reload has brought. */
    void follow() {
        settleDown();
        page = (HtmlPage) client.getCurrentWindow().getEnclosedPage();
        settleDown();
    }

    /** Lets everything happen that the page has begun, short of its long timers. */
    void settleDown() {
        client.waitForBackgroundJavaScriptStartingBefore(100);
    }

    /** Lets everything happen that the page has begun, also with its timers of up to a second. */
    void letTimersRun() {
        client.waitForBackgroundJavaScriptStartingBefore(1_000);
    }

    @Override
    public void close() {
        client.close();
    }

    void welcome(Snapshot snapshot) {
        sequence = 0;
        say(new Welcome(CORE, "pando-alive/" + CORE, sequence, snapshot));
    }

    void update(Delta... deltas) {
        say(new Update(CORE, ++sequence, List.of(deltas)));
    }

    /** Ends the last call. */
    void settle(Outcome outcome) {
        List<Call> calls = calls();
        say(new Settled(CORE, calls.get(calls.size() - 1).id(), outcome));
    }

    void say(FromCore message) {
        run("fake.say(" + quoted(Messages.text(message)) + ")");
    }

    /** What the tab has posted since the page was loaded. */
    List<ToCore> posted() {
        int count = ((Number) run("fake.sent.length")).intValue();
        List<ToCore> posted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            posted.add(Messages.toCore((String) run("fake.sent[" + i + "]")));
        }
        return posted;
    }

    List<Call> calls() {
        return posted().stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
    }

    List<Command> commands() {
        return calls().stream().map(Call::command).toList();
    }

    Command lastCommand() {
        List<Command> commands = commands();
        return commands.get(commands.size() - 1);
    }

    Object run(String script) {
        return page.executeJavaScript(script).getJavaScriptResult();
    }

    HtmlPage html() {
        return page;
    }

    /** The one element that the selector finds. */
    HtmlElement find(String selector) {
        List<HtmlElement> found = findAll(selector);
        assertEquals(1, found.size(), () -> selector + " in " + page.asXml());
        return found.get(0);
    }

    List<HtmlElement> findAll(String selector) {
        List<HtmlElement> found = new ArrayList<>();
        for (DomNode node : page.querySelectorAll(selector)) {
            if (node instanceof HtmlElement element && isShown(element)) {
                found.add(element);
            }
        }
        return found;
    }

    private static boolean isShown(DomElement element) {
        for (DomNode node = element; node instanceof HtmlElement e; node = node.getParentNode()) {
            if (e.hasAttribute("hidden")) {
                return false;
            }
        }
        return true;
    }

    /** The field that is labelled so. */
    HtmlElement field(String label) {
        HtmlElement named = findAll("label").stream()
                .filter(element -> element.getTextContent().equals(label))
                .findFirst()
                .orElseThrow();
        return (HtmlElement) page.getElementById(named.getAttribute("for"));
    }

    /** What the field of that label holds. */
    String value(String label) {
        return ((HtmlInput) field(label)).getValue();
    }

    /** The button of that name. */
    HtmlElement button(String name) {
        return named("button", name);
    }

    HtmlElement named(String selector, String name) {
        List<HtmlElement> found = findAll(selector).stream().filter(e -> nameOf(e).equals(name)).toList();
        assertEquals(1, found.size(), () -> selector + " \"" + name + "\" in " + page.asXml());
        return found.get(0);
    }

    private static String nameOf(HtmlElement element) {
        String label = element.getAttribute("aria-label");
        return label.isEmpty() ? element.getTextContent().trim() : label;
    }

    void click(HtmlElement element) {
        try {
            element.click();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void type(HtmlElement element, String text) {
        try {
            element.type(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses a key where the focus is, or on this element. */
    void press(HtmlElement element, String key, String options) {
        element.focus();
        run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', Object.assign("
                + "{ key: '" + key + "', bubbles: true, cancelable: true }, " + options + ")))");
    }

    HtmlElement focused() {
        return (HtmlElement) page.getFocusedElement();
    }

    private static String quoted(String text) {
        return new JsonString(text).text().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static URL url(String file) {
        try {
            return URI.create(SITE + file).toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = TabPage.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
