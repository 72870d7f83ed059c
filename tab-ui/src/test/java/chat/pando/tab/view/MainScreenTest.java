package chat.pando.tab.view;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.BOB;
import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonObject;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.RoomSummary;
import chat.pando.tab.model.Given;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainScreenTest {

    private static final String LINKS = "nav[aria-label=Rooms] a";

    private final TabPage tab = TabPage.showing(Given.snapshot(
            List.of(
                    Given.room(ROOM, "Grove", 9),
                    Given.room("!abcdef:x", "Crew", 8),
                    Given.room("!ghijkl:x", "Crew", 7),
                    Given.invitation("!invited:x", "Hike", BOB)),
            Optional.empty()));

    @AfterEach
    void close() {
        tab.close();
    }

    @Test
    void listsTheRoomsAndNamesTheAccount() {
        List<HtmlElement> links = tab.findAll(LINKS);
        assertEquals(4, links.size());
        assertTrue(links.get(0).getTextContent().contains("Hike"));
        assertTrue(links.get(0).getTextContent().contains(BOB + " invites you"));
        assertNotEquals(links.get(2).getTextContent(), links.get(3).getTextContent());
        assertEquals(ALICE, tab.find(".user-id").getTextContent());
        List.of("New room", "Accounts", "Settings", "Health", "Sign out").forEach(tab::button);
    }

    @Test
    void aRoomThatChangesKeepsItsLink() {
        HtmlElement crew = tab.findAll(LINKS).get(3);
        tab.update(new Delta.RoomChanged(new RoomSummary(
                "!ghijkl:x", "Trail", RoomSummary.Membership.JOIN, true, Optional.empty(), 10, "hello", 3, 2)));
        HtmlElement now = tab.findAll(LINKS).get(1);
        assertSame(crew, now);
        assertTrue(now.getTextContent().contains("3 unread"));
        assertEquals("(3) Pando", tab.html().getTitleText());
        tab.update(new Delta.RoomRemoved("!ghijkl:x"));
        assertEquals(3, tab.findAll(LINKS).size());
    }

    @Test
    void aPressedRoomStaysAsItIsUntilItIsLetGo() {
        HtmlElement crew = tab.findAll(LINKS).get(3);
        DomElement pressed = crew.getLastElementChild();
        pressed.fireEvent("pointerdown");
        tab.update(new Delta.RoomChanged(Given.room("!ghijkl:x", "Trail", 10)));
        assertSame(crew, tab.findAll(LINKS).get(3));
        assertSame(pressed, crew.getLastElementChild());
        pressed.fireEvent("pointerup");
        pressed.fireEvent("click");
        tab.settleDown();
        assertSame(crew, tab.findAll(LINKS).get(1));
        assertTrue(crew.getTextContent().contains("Trail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pointerup", "pointercancel", "contextmenu", "dragend"})
    void theListGoesOnHoweverAPressEndsElsewhere(String end) {
        tab.findAll(LINKS).get(3).getLastElementChild().fireEvent("pointerdown");
        tab.update(new Delta.RoomChanged(Given.room("!ghijkl:x", "Trail", 10)));
        tab.html().getBody().fireEvent(end);
        tab.letTimersRun();
        assertTrue(tab.findAll(LINKS).get(1).getTextContent().contains("Trail"));
    }

    @Test
    void anInvitationIsAcceptedAndThenOpen() {
        tab.click(tab.button("Accept"));
        assertEquals(new Command.AcceptInvite("!invited:x"), tab.lastCommand());
        tab.update(new Delta.RoomChanged(Given.room("!invited:x", "Hike", 11)));
        tab.settle(Outcome.Done.PLAIN);
        assertEquals(new Command.OpenRoom("!invited:x"), tab.lastCommand());
        assertEquals(List.of(), tab.findAll("nav li button"));
    }

    @Test
    void whyAnInvitationWasNotDeclinedIsSaidThere() {
        tab.click(tab.button("Decline"));
        assertEquals(new Command.DeclineInvite("!invited:x"), tab.lastCommand());
        tab.settle(refused(Problem.Code.OFFLINE, "You are offline."));
        assertEquals("You are offline.", tab.find("nav [role=alert]").getTextContent());
    }

    @Test
    void theMenuOfAccountsIsWalkedWithTheKeyboard() {
        press("Accounts", "ArrowDown");
        List<HtmlElement> items = tab.findAll("[role=menu] [role=menuitem]");
        assertEquals(List.of(ALICE, BOB, "Add account"), items.stream().map(HtmlElement::getTextContent).toList());
        assertEquals("true", tab.button("Accounts").getAttribute("aria-expanded"));
        assertSame(items.get(0), tab.focused());
        tab.press(tab.focused(), "ArrowDown", "{}");
        assertSame(items.get(1), tab.focused());
        tab.press(tab.focused(), "End", "{}");
        assertSame(items.get(2), tab.focused());
        tab.press(tab.focused(), "ArrowDown", "{}");
        assertSame(items.get(0), tab.focused());
        tab.press(tab.focused(), "ArrowUp", "{}");
        assertSame(items.get(2), tab.focused());
        tab.press(tab.focused(), "Tab", "{}");
        assertEquals("false", tab.button("Accounts").getAttribute("aria-expanded"));
    }

    @Test
    void anotherAccountIsShownInThisTab() {
        press("Accounts", "ArrowDown");
        tab.click(tab.named("[role=menuitem]", BOB));
        assertEquals(Optional.of(BOB), lastHello().account());
        tab.welcome(Given.snapshotOf(BOB, List.of(), Optional.empty()));
        assertEquals(BOB, tab.find(".user-id").getTextContent());
    }

    @Test
    void anAccountIsAddedInThisTab() {
        press("Accounts", "ArrowDown");
        tab.click(tab.named("[role=menuitem]", "Add account"));
        assertTrue(lastHello().adding());
    }

    @Test
    void aRoomIsMadeInADialog() {
        tab.click(tab.button("New room"));
        assertEquals("New room", tab.find("dialog h2").getTextContent());
        assertTrue(tab.field("Encrypted").hasAttribute("checked") || (Boolean) tab.run(
                "document.querySelector('dialog input[type=checkbox]').checked"));
        tab.type(tab.field("Name"), "Camp");
        tab.type(tab.field("Invite"), "@bob:example.org, carol");
        tab.click(tab.button("Create"));
        assertEquals(
                new Command.CreateRoom("Camp", List.of(BOB, "@carol:example.org"), true), tab.lastCommand());
        tab.settle(refused(Problem.Code.UNKNOWN_USER, "@carol:example.org doesn't exist."));
        assertEquals("@carol:example.org doesn't exist.", tab.find("dialog [role=alert]").getTextContent());
        assertEquals("Camp", tab.value("Name"));
        tab.click(tab.button("Create"));
        tab.settle(new Outcome.Done(JsonObject.builder().put("room_id", "!camp:x").build()));
        assertEquals(List.of(), tab.findAll("dialog"));
        assertEquals(new Command.OpenRoom("!camp:x"), tab.lastCommand());
    }

    @Test
    void aRoomWithoutANameIsNotAskedFor() {
        tab.click(tab.button("New room"));
        tab.click(tab.button("Create"));
        assertEquals("Give the room a name.", tab.find("dialog [role=alert]").getTextContent());
        assertEquals(List.of(), tab.commands());
    }

    @Test
    void signingOutIsAskedBackAndThenAnotherAccountIsShown() {
        tab.click(tab.button("Sign out"));
        assertTrue(tab.find("dialog").getTextContent().contains("removes the messages and keys of " + ALICE));
        tab.click(tab.named("dialog button", "Sign out"));
        assertEquals(List.of(new Command.SignOut()), tab.commands());
        tab.update(new Delta.SignedOut(ALICE));
        assertEquals(Optional.empty(), lastHello().account());
    }

    @Test
    void theConnectionIsTold() {
        assertEquals("Connected", status());
        tab.update(new Delta.ConnectionChanged(new Connection(
                Connection.State.OFFLINE, OptionalLong.empty(), Optional.of(
                        new Problem(Problem.Code.OFFLINE, "There is no network.")))));
        assertEquals("There is no network.", status());
        tab.click(tab.button("Try now"));
        assertEquals(new Command.Reconnect(), tab.lastCommand());
    }

    @Test
    void theEndOfTheCoreIsToldAndMended() {
        tab.run("fake.die()");
        tab.settleDown();
        assertEquals("Pando's core stopped. Starting it again…", status());
        tab.welcome(Given.snapshot(List.of(), Optional.empty()));
        assertEquals("Connected", status());
    }

    @Test
    void healthTellsWhatTheTabKnows() {
        tab.click(tab.button("Health"));
        String facts = tab.find("dialog dl").getTextContent();
        List.of("DEVICE", "fing erpr int", TabPage.CORE, Given.KEYS, "Connected").forEach(
                fact -> assertTrue(facts.contains(fact), fact));
    }

    @Test
    void appearanceIsSetAtOnce() {
        tab.click(tab.button("Settings"));
        tab.click(tab.field("Dark"));
        assertEquals("dark", tab.html().getDocumentElement().getAttribute("data-appearance"));
    }

    private void press(String button, String key) {
        tab.press(tab.button(button), key, "{}");
    }

    private String status() {
        return tab.find("[role=status]").getTextContent();
    }

    private Hello lastHello() {
        List<Hello> hellos = tab.posted().stream().filter(Hello.class::isInstance).map(Hello.class::cast).toList();
        return hellos.get(hellos.size() - 1);
    }

    private static Outcome refused(Problem.Code code, String words) {
        return new Outcome.Refused(new Problem(code, words));
    }
}
