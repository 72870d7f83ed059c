package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.pando.e2e.peer.MatrixSession;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.proxy.WireAnswer;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can go wrong at the sign-in is said there, what was typed stays, and the next try works. */
@InTabs
class SignInErrorsIT {

    private Stage stage;
    private Person alice;
    private TabPage tab;

    @BeforeEach
    void openTab(Stage given) {
        stage = given;
        alice = stage.person("alice");
        MatrixSession.register(stage.homeserverItself(), alice.username(), alice.password());
        tab = stage.profile("home").newTab();
    }

    @Test
    void aWrongPassword() {
        tab.fillSignIn(stage.homeserver(), alice.username(), "not the password");
        tab.button("Sign in").click();
        assertThat(tab.alert("password")).isVisible();
        assertThat(tab.field("Homeserver")).hasValue(stage.homeserver());
        assertThat(tab.field("Username")).hasValue(alice.username());
        tab.field("Password").fill(alice.password());
        tab.button("Sign in").click();
        tab.awaitSignedIn(alice);
    }

    @Test
    void aHomeserverThatIsNotThere() {
        tab.fillSignIn("http://localhost:1", alice.username(), alice.password());
        tab.button("Sign in").click();
        assertThat(tab.alert("server|reach")).isVisible();
        tab.signIn(alice);
    }

    @Test
    void aHomeserverNameThatIsNoName() {
        tab.fillSignIn("not a server!", alice.username(), alice.password());
        tab.button("Sign in").click();
        assertThat(tab.alert("server|address")).isVisible();
        tab.signIn(alice);
    }

    @Test
    void aServerThatAnswersHtml() {
        signInFailsOnce(Fault.answer(WireAnswer.html(200)), "homeserver|Matrix");
    }

    @Test
    void aServerThatIsAskedTooOften() {
        signInFailsOnce(Fault.answer(WireAnswer.rateLimited(2_000)), "too (many|much|often)|busy|wait|later|moment");
    }

    @Test
    void aServerThatFails() {
        signInFailsOnce(Fault.answer(WireAnswer.error(500, "M_UNKNOWN")), "server");
    }

    @Test
    void aUsernameThatIsTaken() {
        tab.fillSignIn(stage.homeserver(), alice.username(), alice.password());
        tab.button("Create account").click();
        assertThat(tab.alert("taken|already|another")).isVisible();
        tab.button("Sign in").click();
        tab.awaitSignedIn(alice);
    }

    @Test
    void aUsernameThatIsNoUsername() {
        tab.fillSignIn(stage.homeserver(), "Alice Smith!", alice.password());
        tab.button("Create account").click();
        assertThat(tab.alert("username|name")).isVisible();
    }

    private void signInFailsOnce(Fault fault, String words) {
        tab.fillSignIn(stage.homeserver(), alice.username(), alice.password());
        var rule = stage.proxy().rule(Requests.ANY, fault);
        tab.button("Sign in").click();
        assertThat(tab.alert(words)).isVisible();
        rule.end();
        tab.button("Sign in").click();
        tab.awaitSignedIn(alice);
    }
}
