package chat.pando.tab.link;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.Attention;
import chat.pando.protocol.Goodbye;
import chat.pando.protocol.Hello;
import chat.pando.protocol.ToCore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a tab says hello, and how often. */
class HelloTest extends OnTheLine {

    @Test
    void holdsItsLockBeforeItSaysHello() {
        start(link);
        Hello hello = assertInstanceOf(Hello.class, posted().get(0));
        assertEquals(List.of(Hello.lockOf(hello.tab())), page.heldLocks());
        assertEquals(new Hello(ToCore.VERSION, hello.tab(), Optional.of(ALICE), false, Optional.of(ROOM), false), hello);
    }

    @Test
    void aCoreThatDoesNotAnswerIsSeenAndAskedAgainEverMoreSlowly() {
        start(link);
        page.pass(Greeting.FIRST_LIMIT_MS);
        assertEquals(LinkState.SLOW, link.state());
        assertEquals(2, page.lineCount());
        page.pass(Greeting.FIRST_LIMIT_MS);
        assertEquals(2, page.lineCount());
        page.pass(Greeting.FIRST_LIMIT_MS);
        assertEquals(3, page.lineCount());
        welcome("core", 1);
        assertEquals(LinkState.LIVE, link.state());
        page.pass(3_600_000);
        assertEquals(3, page.lineCount());
    }

    /** A person who changes the account again and again while nothing answers must not put off the next try by that. */
    @Test
    void aHelloSaidAgainDoesNotProlongTheWait() {
        start(link);
        page.pass(Greeting.FIRST_LIMIT_MS - 1);
        link.helloAgain();
        page.pass(1);
        assertEquals(2, page.lineCount());
    }

    @Test
    void tryNowAsksAtOnce() {
        start(link);
        page.pass(Greeting.FIRST_LIMIT_MS);
        link.tryNow();
        assertEquals(3, page.lineCount());
    }

    @Test
    void anAbandonedLineIsToldGoodbye() {
        start(link);
        FakePlatform.FakeLine first = page.line();
        page.pass(Greeting.FIRST_LIMIT_MS);
        assertInstanceOf(Goodbye.class, first.posted().get(1));
        assertFalse(first.isOpen());
    }

    @Test
    void saysWhetherAnybodySeesIt() {
        link.setHidden(true);
        start(link);
        assertTrue(posted(Hello.class).get(0).hidden());
        link.setHidden(false);
        assertEquals(List.of(), posted(Attention.class));
        welcome("core", 1);
        assertEquals(List.of(new Attention(false)), posted(Attention.class));
        link.setHidden(false);
        link.setHidden(true);
        assertEquals(List.of(new Attention(false), new Attention(true)), posted(Attention.class));
    }

    @Test
    void aCoreThatCannotBeLoadedIsToldAndTriedAgain() {
        start(link);
        page.line().fail();
        assertEquals(LinkState.UNLOADABLE, link.state());
        page.pass(Greeting.FIRST_LIMIT_MS);
        assertEquals(2, page.lineCount());
        assertEquals(LinkState.UNLOADABLE, link.state());
        welcome("core", 1);
        assertEquals(LinkState.LIVE, link.state());
    }

    @Test
    void anErrorOfACoreThatAnswersIsNotTakenForOneThatCannotBeLoaded() {
        live();
        page.line().fail();
        assertEquals(LinkState.LIVE, link.state());
    }
}
