package chat.pando.e2e;

import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.setting.Settings;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import chat.pando.e2e.stage.StaticHost;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The site is static files with relative links: any web server can have it below any path. */
@InTabs
class StaticHostIT {

    @Test
    void worksBelowAPathOnAPlainWebServer(Stage stage) throws IOException {
        try (StaticHost host = new StaticHost(Settings.site())) {
            Profile home = stage.profile("home", host.url());
            Person alice = stage.person("alice");
            TabPage tab = home.newTab();
            tab.createAccount(alice);
            tab.createRoom("Elsewhere");
            tab.openRoom("Elsewhere");
            tab.say("hello from below a path");

            TabPage second = home.newTab();
            second.awaitSignedIn(alice);
            second.openRoom("Elsewhere");
            second.awaitArrived(List.of("hello from below a path"));
            home.close();
        }
    }
}
