package chat.pando.tab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonObject;
import chat.pando.protocol.Command;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.ToCore;
import java.util.List;
import java.util.Optional;
import org.htmlunit.html.HtmlElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInScreenTest {

    private final TabPage tab = TabPage.showing(new Snapshot(List.of(), Optional.empty()));

    @AfterEach
    void close() {
        tab.close();
    }

    @Test
    void hasTheNamesThatPeopleKnow() {
        assertEquals("Sign in to Pando", tab.find("h1").getTextContent());
        assertEquals("example.org", tab.value("Homeserver"));
        assertEquals("password", tab.field("Password").getAttribute("type"));
        tab.button("Create account");
    }

    @Test
    void signsInWithWhatWasTyped() {
        fill();
        tab.click(tab.button("Sign in"));
        assertEquals(List.of(new Command.SignIn("example.org", "alice", "secret")), tab.commands());
    }

    @Test
    void createsAnAccountAndThenShowsIt() {
        fill();
        tab.click(tab.button("Create account"));
        assertEquals(List.of(new Command.CreateAccount("example.org", "alice", "secret")), tab.commands());
        JsonObject result = JsonObject.builder().put("user_id", "@alice:example.org").build();
        tab.settle(new Outcome.Done(result));
        List<ToCore> posted = tab.posted();
        Hello hello = (Hello) posted.get(posted.size() - 1);
        assertEquals(Optional.of("@alice:example.org"), hello.account());
    }

    @Test
    void saysWhatIsWrongWhereItIsWrongAndKeepsWhatWasTyped() {
        fill();
        tab.click(tab.button("Sign in"));
        tab.settle(refused(Problem.Code.WRONG_PASSWORD));
        HtmlElement alert = tab.find("[role=alert]");
        assertEquals("What to do.", alert.getTextContent());
        assertEquals(alert.getId(), tab.field("Password").getAttribute("aria-describedby"));
        assertEquals("true", tab.field("Password").getAttribute("aria-invalid"));
        assertEquals("alice", tab.value("Username"));
        assertEquals("secret", tab.value("Password"));
        assertEquals(tab.field("Password"), tab.focused());
    }

    @Test
    void aProblemOfNoFieldIsSaidAboveThem() {
        fill();
        tab.click(tab.button("Sign in"));
        tab.settle(refused(Problem.Code.SERVER_ERROR));
        assertEquals("What to do.", tab.find("[role=alert]").getTextContent());
        tab.click(tab.button("Sign in"));
        assertEquals(List.of(), tab.findAll("[role=alert]"));
    }

    @Test
    void whatIsMissingIsAskedForBeforeTheCoreIs() {
        tab.click(tab.button("Sign in"));
        assertEquals(2, tab.findAll("[role=alert]").size());
        assertEquals(tab.field("Username"), tab.focused());
        assertEquals(List.of(), tab.commands());
    }

    @Test
    void whileItWorksASecondPressDoesNothing() {
        fill();
        tab.click(tab.button("Sign in"));
        assertEquals("true", tab.button("Sign in").getAttribute("aria-busy"));
        tab.click(tab.button("Create account"));
        assertEquals(1, tab.commands().size());
        tab.settle(refused(Problem.Code.OFFLINE));
        assertTrue(tab.button("Sign in").getAttribute("aria-busy").isEmpty());
    }

    private void fill() {
        tab.type(tab.field("Username"), "alice");
        tab.type(tab.field("Password"), "secret");
    }

    private static Outcome refused(Problem.Code code) {
        return new Outcome.Refused(new Problem(code, "What to do."));
    }
}
