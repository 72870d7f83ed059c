package chat.pando.e2e.hazard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.stage.Deployment;
import chat.pando.e2e.stage.Stage;
import chat.pando.e2e.stage.StageExtension;
import chat.pando.e2e.stage.Variation;
import chat.pando.lab.drive.BrowserTab;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Without SharedWorker one tab runs the core for all: when it is frozen, and its worker with it, another one does. */
@ExtendWith(StageExtension.class)
class FrozenLeaderIT {

    private static final int TABS = 3;

    @Test
    void theConversationGoesOnWhileTheLeaderIsFrozenAndWithItAfterwards(Stage stage) {
        Deployment site = stage.deployment();
        site.deploy(0, new Variation("", "delete self.SharedWorker;", Optional.empty()));
        Herd herd = new Herd(stage, site.url(), TABS);
        BrowserTab leader = herd.tab(0); // it was there first
        List<BrowserTab> others = herd.tabs().subList(1, TABS);
        leader.freeze();
        herd.say(others.get(0), "while the leader is frozen");
        herd.awaitAll(others);
        leader.thaw();
        herd.awaitAll();
        herd.say(leader, "from the tab that led");
        herd.awaitAll();
        herd.tabs().forEach(tab -> assertTrue(Herd.isInPlace(tab), "a tab was loaded anew"));
    }
}
