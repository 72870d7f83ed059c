package chat.pando.tab.view;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.BOB;
import static chat.pando.tab.model.Given.NOON;
import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.Command;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import chat.pando.protocol.TimelineItem.State;
import chat.pando.tab.model.Given;
import java.util.List;
import java.util.Optional;
import org.htmlunit.html.HtmlElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private final TabPage tab = TabPage.showing(Given.snapshot(
            List.of(Given.room(ROOM, "Grove", 9), Given.room("!other:x", "Other", 8)), Optional.empty()));

    @BeforeEach
    void openRoom() {
        tab.click(tab.findAll("nav a").get(0));
        tab.settleDown();
        assertEquals(new Command.OpenRoom(ROOM), tab.lastCommand());
        tab.settle(Outcome.Done.PLAIN);
        tab.update(new Delta.RoomOpened(Given.open(
                List.of(Given.text("a", "1", BOB, "Hello"), Given.text("b", "2", BOB, "there")), true)));
    }

    @AfterEach
    void close() {
        tab.close();
    }

    @Test
    void theTimelineIsALogOfArticles() {
        HtmlElement log = tab.find("[role=log]");
        assertEquals("Timeline", log.getAttribute("aria-label"));
        List<HtmlElement> articles = tab.findAll("article");
        assertEquals(2, articles.size());
        assertEquals("$a", articles.get(0).getAttribute("data-event-id"));
        assertEquals(BOB, articles.get(0).getAttribute("data-sender"));
        assertEquals("received", articles.get(0).getAttribute("data-state"));
        assertEquals("Bob", tab.find("article .sender").getTextContent());
        assertEquals("Hello", tab.findAll("article .body").get(0).getTextContent());
    }

    @Test
    void aMessageKeepsItsElementOnItsWayToTheServer() {
        timeline(own("k", State.WAITING, Optional.empty(), Optional.empty()));
        HtmlElement article = tab.findAll("article").get(2);
        assertEquals("waiting", article.getAttribute("data-state"));
        assertFalse(article.hasAttribute("data-event-id"));
        assertTrue(article.getTextContent().contains("Waiting to be sent"));
        timeline(own("k", State.SENT, Optional.of("$sent"), Optional.empty()));
        assertSame(article, tab.findAll("article").get(2));
        assertEquals("sent", article.getAttribute("data-state"));
        assertEquals("$sent", article.getAttribute("data-event-id"));
    }

    @Test
    void aFailedMessageSaysWhyAndIsRetriedOrDiscarded() {
        Problem why = new Problem(Problem.Code.FORBIDDEN, "You may not write here.");
        timeline(own("k", State.FAILED, Optional.empty(), Optional.of(why)));
        assertEquals("You may not write here.", tab.find("article .reason").getTextContent());
        tab.click(tab.button("Retry"));
        assertEquals(new Command.RetryMessage(ROOM, "k"), tab.lastCommand());
        tab.settle(Outcome.Done.PLAIN);
        tab.click(tab.button("Discard"));
        assertEquals(new Command.DiscardMessage(ROOM, "k"), tab.lastCommand());
        tab.update(new Delta.TimelineChanged(ROOM, List.of(), List.of("k"), true));
        assertEquals(2, tab.findAll("article").size());
    }

    @Test
    void whatCannotBeDecryptedSaysSoAndIsReplacedLater() {
        Content missing = new Content.Undecryptable("Its key hasn't come.");
        timeline(Given.item("u", "3", BOB, NOON, State.UNDECRYPTABLE, missing));
        HtmlElement article = tab.findAll("article").get(2);
        assertEquals("undecryptable", article.getAttribute("data-state"));
        assertTrue(article.getTextContent().contains("Its key hasn't come."));
        timeline(Given.text("u", "3", BOB, "Now you can read it"));
        assertSame(article, tab.findAll("article").get(2));
        assertFalse(article.getTextContent().contains("Its key hasn't come."));
    }

    @Test
    void textIsNeverMarkup() {
        timeline(Given.text("x", "3", BOB, "<b onclick=alert(1)>hi</b> https://example.org/<i>"));
        HtmlElement body = tab.findAll("article .body").get(2);
        assertEquals("<b onclick=alert(1)>hi</b> https://example.org/<i>", body.getTextContent());
        HtmlElement link = tab.find("article .body a");
        assertEquals("https://example.org/", link.getAttribute("href"));
        assertEquals("noopener noreferrer", link.getAttribute("rel"));
    }

    @Test
    void earlierMessagesComeAbove() {
        tab.click(tab.button("Load earlier messages"));
        assertEquals(new Command.LoadOlder(ROOM), tab.lastCommand());
        tab.update(new Delta.TimelineChanged(ROOM, List.of(Given.text("0", "0", ALICE, "Before")), List.of(), false));
        tab.settle(Outcome.Done.PLAIN);
        assertEquals(List.of("Before", "Hello", "there"),
                tab.findAll("article .body").stream().map(HtmlElement::getTextContent).toList());
        assertEquals("This is the beginning of the room.", tab.find(".older p").getTextContent());
    }

    @Test
    void whyEarlierMessagesDidNotComeIsSaid() {
        tab.click(tab.button("Load earlier messages"));
        tab.settle(new Outcome.Refused(new Problem(Problem.Code.OFFLINE, "You are offline.")));
        assertEquals("You are offline.", tab.find(".older [role=alert]").getTextContent());
    }

    @Test
    void enterSendsAndShiftEnterDoesNot() {
        tab.type(composer(), "two");
        tab.press(composer(), "Enter", "{ shiftKey: true }");
        tab.press(composer(), "Enter", "{ isComposing: true }");
        assertEquals(List.of(), sent());
        tab.press(composer(), "Enter", "{}");
        assertEquals(new Command.SendText(ROOM, "two"), tab.lastCommand());
        assertEquals("", text());
    }

    @Test
    void aRefusedMessageIsBackInTheComposerWithTheReason() {
        tab.type(composer(), "long");
        tab.click(tab.button("Send"));
        tab.settle(new Outcome.Refused(new Problem(Problem.Code.TOO_LARGE, "Shorten it.")));
        assertEquals("long", text());
        assertEquals("Shorten it.", tab.find(".composer [role=alert]").getTextContent());
    }

    @Test
    void anEmptyMessageIsNotSent() {
        tab.type(composer(), "  ");
        tab.click(tab.button("Send"));
        assertEquals("There is nothing to send yet: write something first.",
                tab.find(".composer [role=alert]").getTextContent());
        assertEquals(List.of(), sent());
    }

    @Test
    void aDraftSurvivesAChangeOfRoomsAndAReload() {
        tab.type(composer(), "half a thou");
        tab.click(tab.findAll("nav a").get(1));
        tab.settleDown();
        assertEquals("", text());
        tab.click(tab.findAll("nav a").get(0));
        tab.settleDown();
        assertEquals("half a thou", text());
        tab.load();
        tab.welcome(Given.snapshot(List.of(Given.room(ROOM, "Grove", 9)), Optional.of(Given.open(List.of(), false))));
        assertEquals("half a thou", text());
    }

    @Test
    void aMessageWhoseFateIsUnknownIsHandedOverAgainAfterAReload() {
        tab.type(composer(), "once");
        tab.click(tab.button("Send"));
        String id = tab.calls().get(tab.calls().size() - 1).id();
        tab.load();
        tab.welcome(Given.snapshot(List.of(Given.room(ROOM, "Grove", 9)), Optional.of(Given.open(List.of(), false))));
        assertEquals(id, tab.calls().get(0).id());
        assertEquals(List.of(new Command.SendText(ROOM, "once")), sent());
    }

    @Test
    void membersAreShownOnDemandAndPeopleInvitedThere() {
        assertEquals(List.of(), tab.findAll(".members li"));
        tab.click(tab.find(".members-button"));
        assertEquals(2, tab.findAll(".members li").size());
        tab.type(tab.field("Invite somebody"), "@carol:example.org");
        tab.click(tab.button("Invite"));
        assertEquals(new Command.InviteUser(ROOM, "@carol:example.org"), tab.lastCommand());
        tab.settle(new Outcome.Refused(new Problem(Problem.Code.UNKNOWN_USER, "Nobody is called so.")));
        assertEquals("Nobody is called so.", tab.find(".invite [role=alert]").getTextContent());
        assertEquals("@carol:example.org", tab.value("Invite somebody"));
    }

    private void timeline(TimelineItem... items) {
        tab.update(new Delta.TimelineChanged(ROOM, List.of(items), List.of(), true));
    }

    private static TimelineItem own(String key, State state, Optional<String> event, Optional<Problem> failure) {
        return new TimelineItem(key, event, "3", ALICE, NOON,
                new Content.Text(Content.Text.Kind.TEXT, "mine"), state, failure);
    }

    private List<Command> sent() {
        return tab.commands().stream().filter(Command.SendText.class::isInstance).toList();
    }

    private HtmlElement composer() {
        return tab.named("textarea", "Message");
    }

    private String text() {
        composer();
        return (String) tab.run("document.querySelector('textarea').value");
    }
}
