package chat.pando.tab.view;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.BOB;
import static chat.pando.tab.model.Given.NOON;
import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonObject;
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
import java.util.stream.IntStream;
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
    void whatIsMissingIsALineUntilItIsThere() {
        TimelineItem missing = Given.item("m", "15", BOB, 0, State.RECEIVED, new TimelineItem.Content.Missing(2));
        timeline(missing);
        HtmlElement line = tab.find("[role=separator]");
        assertEquals("2 messages from Bob are missing", line.getAttribute("aria-label"));
        assertEquals("missing", line.getAttribute("data-state"));
        assertEquals(BOB, line.getAttribute("data-sender"));
        assertEquals(2, tab.findAll("article").size(), "it is no message");
        tab.update(new Delta.TimelineChanged(ROOM, List.of(), List.of("m"), true));
        assertTrue(tab.findAll("[role=separator]").isEmpty());
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
    void aMessageThatWaitsCanBeTakenBack() {
        timeline(own("k", State.WAITING, Optional.empty(), Optional.empty()));
        tab.click(tab.button("Cancel"));
        assertEquals(new Command.DiscardMessage(ROOM, "k"), tab.lastCommand());
        timeline(own("k", State.SENDING, Optional.empty(), Optional.empty()));
        assertTrue(tab.findAll("article .cancel").isEmpty());
    }

    @Test
    void severalFailedMessagesAreRetriedAtOnce() {
        Problem why = new Problem(Problem.Code.FORBIDDEN, "You may not write here.");
        timeline(own("k1", State.FAILED, Optional.empty(), Optional.of(why)));
        timeline(own("k2", State.FAILED, Optional.empty(), Optional.of(why)));
        assertEquals("2 messages weren't sent.", tab.find(".failure.bar .reason").getTextContent());
        tab.click(tab.button("Retry all"));
        assertEquals(new Command.RetryAll(ROOM), tab.lastCommand());
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
    void aLongTextIsFoldedUntilThePersonWantsAllOfIt() {
        String all = "It begins like this.\n".repeat(2_000);
        timeline(Given.item("l", "3", BOB, NOON, State.RECEIVED, longText(all, 1, Content.LongText.Standing.OPEN)));
        HtmlElement article = tab.findAll("article").get(2);
        HtmlElement body = tab.findAll("article .body").get(2);
        assertEquals("It begins", body.getTextContent());
        assertTrue(article.getTextContent().contains("1 of 3 parts are here"));
        timeline(Given.item("l", "3", BOB, NOON, State.RECEIVED, longText(all, 3, Content.LongText.Standing.WHOLE)));
        assertTrue(article.getTextContent().contains("42 KB"));
        tab.click(tab.button("Show all"));
        assertEquals(new Command.ReadText(ROOM, BOB, "t1"), tab.lastCommand());
        tab.settle(new Outcome.Done(JsonObject.builder().put("body", all).build()));
        assertEquals(all, body.getTextContent());
        tab.click(tab.button("Show less"));
        assertEquals("It begins", body.getTextContent());
        timeline(Given.item("l", "3", BOB, NOON, State.RECEIVED, new Content.Redacted()));
        assertFalse(article.getTextContent().contains("Show all"));
    }

    private static Content longText(String all, int present, Content.LongText.Standing standing) {
        return new Content.LongText("t1", "It begins", all.length(), 3, present, standing);
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
    void ofManyMessagesTheLatestAreLaidOutAndEarlierOnesOnDemand() {
        List<TimelineItem> burst = IntStream.range(1_000, 2_000)
                .mapToObj(i -> Given.text("m" + i, "3." + i, BOB, "message " + i))
                .toList();
        tab.update(new Delta.TimelineChanged(ROOM, burst, List.of(), true));
        List<HtmlElement> laidOut = tab.findAll("article .body");
        assertEquals("message 1999", laidOut.get(laidOut.size() - 1).getTextContent());
        assertTrue(laidOut.size() <= 300, laidOut.size() + " articles");
        int calls = tab.calls().size();
        tab.click(tab.button("Load earlier messages"));
        assertEquals(laidOut.size() + 100, tab.findAll("article").size());
        assertEquals(calls, tab.calls().size(), "this tab had them");
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
