package chat.pando.e2e.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.DeviceKeys;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The browser's storage is taken away or damaged: a lost device stays lost, and no identity begins twice. */
@InTabs
class StorageHazardsIT {

    private Stage stage;
    private Profile home;
    private Company company;

    @BeforeEach
    void begin(Stage given) {
        stage = given;
        home = stage.profile("home");
        company = new Company(stage, home, 1);
    }

    @Test
    void aDatabaseDeletedUnderTheCoreIsALostDevice() {
        TabPage tab = company.tab();
        tab.page().evaluate(Scripts.read("delete.js"), company.database());
        home.killCores();
        assertThat(tab.page().getByText(Pattern.compile("lost the account's data")).first()).isVisible();
        tab.addAccount();
        tab.signIn(company.alice());
        assertIsANewDevice();
    }

    @Test
    void evictedStorageIsALostDevice() {
        TabPage tab = company.tab();
        home.evictStorage(tab);
        home.killCores();
        tab.reload();
        tab.signIn(company.alice());
        assertIsANewDevice();
    }

    @Test
    void aTimelineThatCannotBeReadAnyMoreDoesNotTakeTheAccountWithIt() {
        TabPage tab = company.tab();
        Object rows = tab.page().evaluate(Scripts.read("damage.js"), List.of(company.database(), "timeline"));
        assertNotEquals(0, rows);
        home.killCores();
        tab.reload();
        tab.awaitSignedIn(company.alice());
        tab.openRoom(Company.ROOM);
        tab.say("after the damage");
        tab.awaitArrived(List.of("after the damage"));
    }

    /** Another device has uploaded keys, with another identity: neither of its two identity keys is reused. */
    private void assertIsANewDevice() {
        company.tab().page().waitForCondition(() -> identities().size() > 1);
        List<String> keys = identities().values().stream().flatMap(Set::stream).toList();
        assertEquals(2, identities().size(), "devices");
        assertEquals(4, keys.size(), "two keys for each device");
        assertEquals(Set.copyOf(keys).size(), keys.size(), "keys that are used twice");
    }

    private Map<String, Set<String>> identities() {
        return DeviceKeys.uploaded(stage.traffic());
    }
}
