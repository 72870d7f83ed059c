package chat.pando.e2e.hazard;

import chat.pando.e2e.people.Profile;
import chat.pando.e2e.stage.Deployment;
import chat.pando.e2e.stage.Stage;
import org.junit.jupiter.api.BeforeEach;

/** A site on which other versions can be deployed, and a browser profile that shows it. */
abstract class DeployedSite {

    Stage stage;
    Deployment site;
    Profile home;

    @BeforeEach
    final void deployTheFirst(Stage given) {
        stage = given;
        site = stage.deployment();
        home = stage.profile("home", site.url());
    }
}
