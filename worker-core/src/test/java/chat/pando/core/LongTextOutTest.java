package chat.pando.core;

import static chat.pando.core.FakeHomeserver.isSend;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.segment.Transfer;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Problem;
import chat.pando.protocol.TimelineItem;
import chat.pando.store.MemoryDatabase;
import chat.pando.store.MemoryDatabase.Fault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text too long for one event is one message: one entry, one outcome, whatever becomes of its parts. */
class LongTextOutTest {

    private static final int PARTS = 3;
    private static final String TEXT = "A line of some text, \"quoted\", with a 🌳 in it.\n".repeat(2_200);

    private FakeHomeserver server = new FakeHomeserver(false);
    private Profile profile;

    private TestTab signIn() {
        profile = new Profile(server, Optional.empty());
        TestTab tab = SignedIn.tab(profile);
        tab.open(FakeHomeserver.ROOM);
        return tab;
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void itGoesInPartsAndIsShownAsOne(boolean encrypted, boolean tellsTransactions) {
        server = new FakeHomeserver(encrypted);
        server.tellsTransactions(tellsTransactions);
        TestTab tab = signIn();
        String key = tab.ask(say(TEXT)).requireString("key");
        tab.await("all of it is back", LongTexts::isBack);
        TimelineItem item = LongTexts.only(tab).orElseThrow();
        assertEquals(key, item.key());
        assertEquals(TimelineItem.State.SENT, item.state());
        assertEquals(PARTS, LongTexts.of(item).parts());
        assertTrue(TEXT.startsWith(LongTexts.of(item).start()));
        assertEquals(TEXT, LongTexts.read(tab, FakeHomeserver.ROOM));
        assertEquals(List.of(), tab.texts(), "no part is shown by itself");
        profile.stop();
        assertEquals(PARTS, server.messages().size());
    }

    @Test
    void othersReadThePartsInOrder() {
        TestTab tab = signIn();
        tab.ask(say(TEXT));
        tab.ask(say("what comes next"));
        tab.await("all", t -> LongTexts.isBack(t)
                && t.item("what comes next").filter(item -> !item.order().startsWith("~")).isPresent());
        profile.stop();
        assertEquals(TEXT + "what comes next", String.join("", server.messages()));
    }

    @Test
    void theSameTextTwiceIsTwoMessages() {
        TestTab tab = signIn();
        tab.ask(say(TEXT));
        tab.ask(say(TEXT));
        tab.await("both", t -> LongTexts.all(t).stream().filter(item -> !item.order().startsWith("~")).count() == 2);
        List<TimelineItem> both = LongTexts.all(tab);
        assertNotEquals(LongTexts.of(both.get(0)).transfer(), LongTexts.of(both.get(1)).transfer());
        both.forEach(item -> assertEquals(TEXT, LongTexts.read(tab, FakeHomeserver.ROOM, item)));
        profile.stop();
    }

    @Test
    void answersThatAreLostLeadToTheSameBytesUnderTheSameTransaction() {
        AtomicInteger sends = new AtomicInteger();
        server.fault(
                request -> isSend(request) && sends.getAndIncrement() % 2 == 0, new FakeHomeserver.Fault.AnswerLost());
        TestTab tab = signIn();
        tab.ask(say(TEXT));
        tab.await("all of it is back", LongTexts::isBack);
        profile.stop();
        assertEquals(PARTS, server.messages().size());
        assertEquals(PARTS, server.bodies().size());
        server.bodies().values().forEach(bodies -> assertEquals(1, bodies.stream().distinct().count()));
    }

    @Test
    void aTextThatFailedGoesOnWithThePartsThatTheServerHasNot() {
        AtomicInteger sends = new AtomicInteger();
        server.fault(
                request -> isSend(request) && sends.incrementAndGet() == 2,
                FakeHomeserver.Fault.refusal(403, "M_FORBIDDEN"));
        TestTab tab = signIn();
        String key = tab.ask(say(TEXT)).requireString("key");
        tab.await("failure", t -> state(t) == TimelineItem.State.FAILED);
        assertEquals(1, LongTexts.of(LongTexts.only(tab).orElseThrow()).present());
        String transfer = LongTexts.of(LongTexts.only(tab).orElseThrow()).transfer();
        tab.ask(new Command.RetryMessage(FakeHomeserver.ROOM, key));
        tab.await("all of it is back", LongTexts::isBack);
        assertEquals(transfer, LongTexts.of(LongTexts.only(tab).orElseThrow()).transfer());
        profile.stop();
        assertEquals(TEXT, String.join("", server.messages()));
    }

    @Test
    void whatIsTakenBackIsTakenBackFromTheServerToo() {
        AtomicInteger sends = new AtomicInteger();
        server.fault(
                request -> isSend(request) && sends.incrementAndGet() == 3,
                FakeHomeserver.Fault.refusal(403, "M_FORBIDDEN"));
        TestTab tab = signIn();
        String key = tab.ask(say(TEXT)).requireString("key");
        tab.await("failure", t -> state(t) == TimelineItem.State.FAILED);
        assertEquals(2, server.messageEvents().size());
        tab.ask(new Command.DiscardMessage(FakeHomeserver.ROOM, key));
        tab.await("no entry", t -> LongTexts.only(t).isEmpty());
        server.await("nothing of it", s -> s.messageEvents().isEmpty());
        tab.ask(say("after it"));
        tab.await("what comes next", t -> t.item("after it").filter(i -> i.state() == TimelineItem.State.SENT).isPresent());
        assertEquals(Optional.empty(), LongTexts.only(tab));
        profile.stop();
    }

    /** Others see that part: who wrote it must know, and can try again. */
    @Test
    void aPartThatCannotBeTakenBackIsTold() {
        AtomicBoolean refusing = new AtomicBoolean(true);
        AtomicInteger sends = new AtomicInteger();
        server.fault(
                request -> isSend(request) && sends.incrementAndGet() == 2
                        || request.url().contains("/redact/") && refusing.getAndSet(false),
                FakeHomeserver.Fault.refusal(403, "M_FORBIDDEN"));
        TestTab tab = signIn();
        String key = tab.ask(say(TEXT)).requireString("key");
        tab.await("failure", t -> state(t) == TimelineItem.State.FAILED);
        tab.ask(new Command.DiscardMessage(FakeHomeserver.ROOM, key));
        tab.await("what is still there", t -> t.shown().stream().anyMatch(LongTextOutTest::hasFailed));
        TimelineItem told = tab.shown().stream().filter(LongTextOutTest::hasFailed).findFirst().orElseThrow();
        assertTrue(told.failure().isPresent());
        tab.ask(new Command.RetryMessage(FakeHomeserver.ROOM, told.key()));
        server.await("nothing of it", s -> s.messageEvents().isEmpty());
        tab.await("nothing to tell", t -> t.shown().stream().noneMatch(LongTextOutTest::hasFailed));
        profile.stop();
    }

    private static boolean hasFailed(TimelineItem item) {
        return item.state() == TimelineItem.State.FAILED;
    }

    @Test
    void aTextCanBeTakenBackWhileAPartIsInFlight() {
        TestTab tab = signIn();
        Doorway doorway = server.doorway("/send/");
        String key = tab.ask(say(TEXT)).requireString("key");
        doorway.awaitKnock();
        tab.ask(new Command.DiscardMessage(FakeHomeserver.ROOM, key));
        tab.await("no entry", t -> LongTexts.only(t).isEmpty());
        doorway.open();
        tab.ask(say("after it"));
        tab.await("what comes next", t -> t.item("after it").filter(i -> !i.order().startsWith("~")).isPresent());
        server.await("nothing of it", s -> s.messageEvents().size() == 1);
        assertEquals(1, server.bodies().values().stream().filter(b -> b.get(0).contains("segment")).count());
        assertEquals(Optional.empty(), LongTexts.only(tab));
        profile.stop();
    }

    @Test
    void theLongestTextGoesThroughAndALongerOneIsRefused() {
        TestTab tab = signIn();
        assertEquals(
                Problem.Code.TOO_LARGE,
                tab.refused(say("x".repeat(Transfer.MAX_LENGTH + 1))).code());
        String longest = "0123456789abcde\n".repeat(Transfer.MAX_LENGTH / 16);
        tab.ask(say(longest));
        tab.await("all of it is back", LongTexts::isBack);
        assertEquals(longest, LongTexts.read(tab, FakeHomeserver.ROOM));
        int parts = LongTexts.of(LongTexts.only(tab).orElseThrow()).parts();
        assertTrue(parts > 90 && parts < 110, parts + " parts");
        profile.stop();
    }

    static List<Integer> commits() {
        return IntStream.rangeClosed(0, 16).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("commits")
    void deathBeforeACommitLosesNothing(int commits) {
        dieAndGoOn(commits, Fault.CRASH_BEFORE_COMMIT);
    }

    @ParameterizedTest
    @MethodSource("commits")
    void deathAfterACommitRepeatsNothing(int commits) {
        dieAndGoOn(commits, Fault.CRASH_AFTER_COMMIT);
    }

    /** Also where nothing but the order of events tells which of them is which. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8, 10})
    void deathRepeatsNothingWhereSyncTellsNoTransactions(int commits) {
        server.tellsTransactions(false);
        dieAndGoOn(commits, Fault.CRASH_AFTER_COMMIT);
    }

    private void dieAndGoOn(int commits, Fault fault) {
        TestTab tab = signIn();
        MemoryDatabase database = profile.accounts.database(FakeHomeserver.ME);
        database.failCommit(commits, fault);
        tab.call("call", say(TEXT));
        tab.await("death, or the end of all work", t ->
                t.state().equals(Optional.of(Connection.State.STOPPED)) || LongTexts.isBack(t));
        database.failNextCommit(Fault.NONE);
        profile.restart();
        TestTab next = profile.tab().hello(Optional.empty());
        next.await("the room", t -> t.summary(FakeHomeserver.ROOM).isPresent());
        next.open(FakeHomeserver.ROOM);
        next.outcome("call", say(TEXT));
        next.await("all of it is back", LongTexts::isBack);
        assertEquals(TEXT, LongTexts.read(next, FakeHomeserver.ROOM));
        assertEquals(List.of(), next.texts());
        profile.stop();
        assertEquals(TEXT, String.join("", server.messages()));
        server.bodies().values().forEach(bodies -> assertEquals(1, bodies.stream().distinct().count()));
        assertFalse(server.bodies().size() > PARTS, "no part under a second transaction");
    }

    private static Command.SendText say(String text) {
        return new Command.SendText(FakeHomeserver.ROOM, text);
    }

    private static TimelineItem.State state(TestTab tab) {
        return LongTexts.only(tab).orElseThrow().state();
    }
}
