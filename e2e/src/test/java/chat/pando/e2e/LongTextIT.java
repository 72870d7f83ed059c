package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.segment.Transfer;
import chat.pando.e2e.peer.JsSdkPeer;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.Gallery;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import chat.pando.lab.drive.Patience;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A text too long for one event is one message in Pando, and ordinary messages in order elsewhere. */
@InTabs
class LongTextIT {

    /** For many parts, one after the other. */
    private static final double ALL_OF_IT_MS = 4.0 * Patience.MS;
    private static final String BEGINNING = "It begins here.";

    @Test
    void isOneMessageInPandoAndItsPartsInOrderElsewhere(Stage stage) {
        String text = text(200_000);
        Person alice = stage.person("alice");
        try (JsSdkPeer peer = JsSdkPeer.start(stage.homeserverItself(), stage.person("peer").username())) {
            TabPage tab = stage.profile("home").newTab();
            tab.createAccount(alice);
            String room = peer.createRoom("Long texts", alice.userId());
            tab.acceptInvitation("Long texts");
            tab.paste(text);
            tab.button("Send").click();
            awaitWhole(tab);
            tab.say("after it");
            assertTrue(peer.hears("after it").encrypted(), "Sent in the clear");
            List<JsSdkPeer.Heard> heard = peer.timeline(room);
            assertTrue(heard.size() > 4, heard.size() + " messages");
            assertTrue(heard.stream().allMatch(JsSdkPeer.Heard::encrypted), "Sent in the clear");
            assertSame(text + "after it", heard.stream().map(JsSdkPeer.Heard::body).toList());
            assertEquals(2, tab.messages().size());
        }
    }

    @Test
    void theLongestTextArrivesAndDoesNotFreezeTheTab(Stage stage) {
        String text = text(Transfer.MAX_LENGTH);
        Person alice = stage.person("alice");
        Person bob = stage.person("bob");
        TabPage bobs = stage.profile("bob's").newTab();
        bobs.createAccount(bob);
        TabPage alices = stage.profile("alice's").newTab();
        alices.createAccount(alice);
        alices.createRoom("Four megabytes", bob);
        alices.openRoom("Four megabytes");
        bobs.acceptInvitation("Four megabytes");
        alices.paste(text);
        alices.button("Send").click();
        awaitWhole(alices);
        awaitWhole(bobs);
        assertEquals(1, bobs.messages().size());
        assertEquals(alices.messages().get(0).eventId(), bobs.messages().get(0).eventId());
        Gallery gallery = Gallery.ofPictures();
        gallery.show("long-text", bobs);
        Locator article = bobs.article(BEGINNING);
        TabPage.button(article, "Show all").click();
        assertThat(TabPage.button(article, "Show less")).isVisible();
        assertEquals(text, article.locator(".body").textContent());
        bobs.say("still quick");
        bobs.awaitArrived(List.of("still quick"));
        TabPage.button(article, "Show less").click();
        assertThat(TabPage.button(article, "Show all")).isVisible();
        gallery.assertFaultless();
    }

    /** Says how the parts begin, not all that they say: that is too long to be read. */
    private static void assertSame(String text, List<String> parts) {
        assertEquals(
                -1,
                Arrays.mismatch(text.toCharArray(), String.join("", parts).toCharArray()),
                () -> "It differs from there on. The parts: "
                        + parts.stream().map(part -> part.lines().findFirst().orElse("")).toList());
    }

    private static void awaitWhole(TabPage tab) {
        Locator article = tab.article(BEGINNING);
        assertThat(article).hasCount(1);
        assertThat(article.getByText(Pattern.compile("^[0-9.]+ [KM]B$")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(ALL_OF_IT_MS));
    }

    /** A text of so many bytes whose every line is another one. */
    private static String text(int length) {
        String lines = BEGINNING + "\n" + IntStream.range(0, length / 40)
                .mapToObj(i -> "This is line number " + i + " of a long text.\n")
                .collect(Collectors.joining());
        return lines.substring(0, length);
    }
}
