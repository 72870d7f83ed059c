package chat.pando.e2e.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.peer.MatrixSession;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Gate;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.stage.Deployment;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import chat.pando.e2e.stage.Variation;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The core ends under its tabs: they go on with the next one, in place. */
@InTabs
class CoreDeathIT {

    @Test
    void everySendUnderWayWhenTheCoreIsKilledArrivesOnce(Stage stage) throws InterruptedException {
        Profile home = stage.profile("home");
        Company company = new Company(stage, home, 3);
        Gate gate = new Gate();
        stage.proxy().rule(Requests.SEND, Fault.holdAnswer(gate)).times(1);
        company.writeInEveryTab("under way");
        gate.awaitReached();
        home.killCores();
        gate.open();
        company.awaitAllEverywhere();
        company.assertAllInPlace();
    }

    @Test
    void aTabWhoseCoreDiedBetweenHelloAndWelcomeGoesOn(Stage stage) {
        Deployment site = stage.deployment();
        Profile home = stage.profile("home", site.url());
        site.deploy(1, "throw new Error('this core dies before it answers');");
        TabPage tab = home.newTab();
        tab.mark();
        tab.page().waitForCondition(() -> home.cores().size() == 1);
        site.deploy(1);
        home.killCores();
        tab.createAccount(stage.person("alice"));
        assertTrue(tab.isMarked(), "the tab was loaded anew");
        home.close();
    }

    @Test
    void aSignInUnderWayWhenTheCoreIsKilledSaysSoAndIsNotMadeTwice(Stage stage) throws InterruptedException {
        Person alice = stage.person("alice");
        MatrixSession.register(stage.homeserverItself(), alice.username(), alice.password());
        Profile home = stage.profile("home");
        TabPage tab = home.newTab();
        tab.mark();
        Gate gate = new Gate();
        stage.proxy().rule(Requests.LOGIN, Fault.holdAnswer(gate)).times(1);
        tab.fillSignIn(stage.homeserver(), alice.username(), alice.password());
        tab.button("Sign in").click();
        gate.awaitReached();
        home.killCores();
        assertThat(tab.alert("stopped in the middle")).isVisible();
        gate.open();
        assertEquals(1, stage.traffic().count(Requests.LOGIN), "sign-ins that nobody has asked for again");
        tab.button("Sign in").click();
        tab.awaitSignedIn(alice);
        assertTrue(tab.isMarked(), "the tab was loaded anew");
    }

    @Test
    void aCoreThatCannotBeLoadedIsAskedForUntilItCan(Stage stage) {
        Deployment site = stage.deployment();
        Profile home = stage.profile("home", site.url());
        site.deploy(1, new Variation("", "", Optional.of(Path.of("is not there"))));
        TabPage tab = home.newTab();
        tab.mark();
        assertThat(tab.status().filter(new Locator.FilterOptions().setHasText("can't be loaded"))).isVisible();
        site.deploy(1);
        tab.createAccount(stage.person("alice"));
        assertTrue(tab.isMarked(), "the tab was loaded anew");
        home.close();
    }
}
