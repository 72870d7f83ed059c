package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chat.pando.channel.segment.Transfer;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.ShownMessage;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.proxy.WireAnswer;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can go wrong with rooms and messages is said where the person looks, and nothing is lost. */
@InTabs
class MessageErrorsIT {

    private static final int KB = 1000;

    private Stage stage;
    private Profile home;
    private TabPage tab;

    @BeforeEach
    void signIn(Stage given) {
        stage = given;
        home = stage.profile("home");
        tab = home.newTab();
        tab.createAccount(stage.person("alice"));
    }

    @Test
    void twoRoomsOfOneNameCanBeToldApart() {
        tab.createRoom("Twins");
        tab.openRoom("Twins");
        tab.say("in the first");
        tab.createRoom("Twins");
        assertThat(tab.roomLink("Twins")).hasCount(2);
        assertNotEquals(tab.roomLink("Twins").nth(0).innerText(), tab.roomLink("Twins").nth(1).innerText());
        assertThat(tab.article("in the first")).hasCount(0);
        tab.say("in the second");

        List<String> found = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            tab.roomLink("Twins").nth(i).click();
            List<ShownMessage> shown = tab.awaitMessages("one message in each", messages -> messages.size() == 1
                    && found.stream().noneMatch(messages.get(0).eventId()::equals) && messages.get(0).arrived());
            found.add(shown.get(0).eventId());
        }
    }

    @Test
    void aMessageThatIsTooLongStaysWithThePerson() {
        String line = "x".repeat(KB - 1) + "\n";
        String large = line.repeat(Transfer.MAX_LENGTH / KB + 1);
        tab.createRoom("Large");
        tab.openRoom("Large");
        tab.paste(large);
        tab.button("Send").click();
        assertThat(tab.alert("too long")).isVisible();
        assertEquals(large.length(), tab.composer().inputValue().length());
        tab.paste("");
        tab.say("short");
        tab.awaitArrived(List.of("short"));
        assertEquals(1, tab.messages().size());
    }

    @Test
    void aLargeMessageThatFitsUnencryptedArrives() {
        Locator dialog = tab.openNewRoom();
        tab.fillNewRoom(dialog, "Open", "");
        dialog.getByLabel("Encrypted").uncheck();
        TabPage.button(dialog, "Create").click();
        assertThat(dialog).isHidden();
        tab.openRoom("Open");
        tab.say("x".repeat(60 * KB - 5) + " end.");
        tab.awaitArrived(List.of(" end."));
    }

    @Test
    void anEmptyMessageIsNotSent() {
        tab.createRoom("Empty");
        tab.openRoom("Empty");
        for (String nothing : List.of("", "  \n ")) {
            tab.composer().fill(nothing);
            tab.composer().press("Enter");
            assertThat(tab.alert("empty|write|type")).isVisible();
        }
        assertEquals(0, stage.traffic().count(Requests.SEND));
        tab.say("not empty");
        assertThat(tab.alert("empty|write|type")).hasCount(0);
        tab.awaitArrived(List.of("not empty"));
    }

    @Test
    void aUserIdThatDoesNotExistIsNamedInTheDialog() {
        Person nobody = stage.person("nobody");
        Locator dialog = tab.openNewRoom();
        for (String invited : List.of(nobody.userId(), "not a user id")) {
            tab.fillNewRoom(dialog, "Nobody here", invited);
            TabPage.button(dialog, "Create").click();
            assertThat(tab.alert("user|exist|know|@")).isVisible();
            assertThat(dialog.getByLabel("Name")).hasValue("Nobody here");
            assertThat(dialog.getByLabel("Invite")).hasValue(invited);
        }
        assertEquals(0, stage.traffic().count(Requests.CREATE_ROOM));
        dialog.getByLabel("Invite").fill("");
        TabPage.button(dialog, "Create").click();
        assertThat(tab.roomLink("Nobody here")).hasCount(1);
    }

    @Test
    void aRoomThatTheServerRefusesIsRefusedInTheDialog() {
        Locator dialog = tab.openNewRoom();
        tab.fillNewRoom(dialog, "Refused", "");
        stage.proxy().rule(Requests.CREATE_ROOM, Fault.answer(WireAnswer.error(403, "M_FORBIDDEN"))).times(1);
        Locator create = TabPage.button(dialog, "Create");
        create.click();
        assertThat(tab.alert(".")).isVisible();
        create.click();
        assertThat(tab.roomLink("Refused")).hasCount(1);
    }

    @Test
    void aMessageThatTheServerRefusesSaysWhyAndCanBeTriedAgain() {
        tab.createRoom("Refusal");
        tab.openRoom("Refusal");
        stage.proxy().rule(Requests.SEND, Fault.answer(WireAnswer.error(403, "M_FORBIDDEN"))).times(1);
        tab.say("may I?");
        tab.awaitMessages("the message failed", shown -> shown.stream()
                .anyMatch(message -> message.says("may I?") && message.state().equals("failed")));
        TabPage.button(tab.article("may I?"), "Retry").click();
        tab.awaitArrived(List.of("may I?"));
    }

    @Test
    void aFullDiskIsSaidAndLosesNothing() {
        tab.createRoom("Full");
        tab.openRoom("Full");
        tab.say("before");
        tab.awaitArrived(List.of("before"));
        home.fillDisk(tab);
        tab.composer().fill("while the disk is full");
        tab.composer().press("Enter");
        Pattern words = Pattern.compile("full|space|storage", Pattern.CASE_INSENSITIVE);
        assertThat(tab.page().getByText(words).first()).isVisible();
        assertThat(tab.composer()).hasValue("while the disk is full");
        home.freeDisk(tab);
        tab.reload();
        tab.openRoom("Full");
        tab.awaitArrived(List.of("before"));
        tab.say("while there is room again");
        tab.awaitArrived(List.of("before", "while there is room again"));
    }
}
