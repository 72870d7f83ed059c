package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.core.FakeHomeserver.Fault;
import chat.pando.host.HttpRequest;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.TimelineItem;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitations, joins and new rooms are acknowledged, or tried again while that may help, or visibly fail. */
class RoomRequestsTest {

    private static final String INVITED_TO = "!invited:fake";
    private static final String BOB = "@bob:fake";
    private static final Fault LIMITED = limited(50);
    private static final Fault DONE = new Fault.Says(200, "{}");

    private final FakeHomeserver server = new FakeHomeserver(false);
    private final Profile profile = new Profile(server, Optional.empty());
    private final Queue<Fault> answers = new ArrayDeque<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final List<Long> times = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<String>> news = new AtomicReference<>(Optional.empty());
    private TestTab tab;

    private static Fault limited(long millis) {
        return new Fault.Says(429, "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":" + millis + "}");
    }

    @BeforeEach
    void signIn() {
        tab = SignedIn.tab(profile);
    }

    @AfterEach
    void stop() {
        profile.stop();
    }

    /** What such requests meet, one after the other; the last one is what /sync tells the next time. */
    private void answers(String path, List<Fault> meets, Optional<String> brings) {
        answers.addAll(meets);
        server.faults(request -> {
            if (request.url().endsWith("/sync") || request.url().contains("/sync?")) {
                return news.getAndSet(Optional.empty()).map(text -> new Fault.Says(200, text));
            }
            return request.url().contains(path) ? Optional.of(next(brings)) : Optional.empty();
        });
        server.somebodySays("so that the next /sync is asked of these");
    }

    private synchronized Fault next(Optional<String> brings) {
        attempts.incrementAndGet();
        times.add(System.currentTimeMillis());
        Fault answer = answers.poll();
        if (answers.isEmpty()) {
            news.set(brings);
            server.somebodySays("this ends the poll");
        }
        return answer == null ? DONE : answer;
    }

    private static String sync(String part, String room, JsonObject body) {
        JsonObject rooms = JsonObject.builder()
                .put(part, JsonObject.builder().put(room, body).build())
                .build();
        return JsonObject.builder().put("next_batch", "5").put("rooms", rooms).build().text();
    }

    private static JsonObject member(String user, String membership) {
        return JsonObject.builder()
                .put("event_id", "$" + user + membership)
                .put("sender", FakeHomeserver.ME)
                .put("type", "m.room.member")
                .put("origin_server_ts", 1)
                .put("state_key", user)
                .put("content", JsonObject.builder().put("membership", membership).build())
                .build();
    }

    private static String joined(String room, JsonObject... events) {
        JsonObject timeline = JsonObject.builder().put("events", JsonArray.of(events)).build();
        return sync("join", room, JsonObject.builder().put("timeline", timeline).build());
    }

    private void beInvited() {
        JsonObject state = JsonObject.builder()
                .put("events", JsonArray.of(member(FakeHomeserver.ME, "invite")))
                .build();
        String invitation = sync("invite", INVITED_TO, JsonObject.builder().put("invite_state", state).build());
        AtomicInteger told = new AtomicInteger();
        server.faults(request -> isSync(request) && told.getAndIncrement() == 0
                ? Optional.of(new Fault.Says(200, invitation)) : Optional.empty());
        server.somebodySays("this ends the poll");
        tab.await("the invitation", t -> t.summary(INVITED_TO).isPresent());
    }

    private static boolean isSync(HttpRequest request) {
        return request.url().contains("/sync");
    }

    @Test
    void aJoinThatIsLimitedWaitsAsTheServerSays() {
        beInvited();
        answers("/join", List.of(LIMITED, LIMITED, DONE), Optional.of(joined(INVITED_TO)));
        tab.ask(new Command.AcceptInvite(INVITED_TO));
        assertEquals(3, attempts.get());
        assertEquals(RoomSummary.Membership.JOIN, tab.summary(INVITED_TO).orElseThrow().membership());
    }

    @Test
    void theServerIsNotAskedAgainBeforeTheTimeThatItSays() {
        answers("/invite", List.of(limited(2_000), DONE),
                Optional.of(joined(FakeHomeserver.ROOM, member(BOB, "invite"))));
        tab.ask(new Command.InviteUser(FakeHomeserver.ROOM, BOB));
        assertEquals(2, attempts.get());
        assertTrue(times.get(1) - times.get(0) >= 2_000, "asked again after " + (times.get(1) - times.get(0)));
    }

    @Test
    void aServerThatAsksForNoRestGetsNoStorm() {
        answers("/invite", List.of(limited(0), limited(0), limited(0), DONE),
                Optional.of(joined(FakeHomeserver.ROOM, member(BOB, "invite"))));
        tab.ask(new Command.InviteUser(FakeHomeserver.ROOM, BOB));
        assertEquals(4, attempts.get());
        assertTrue(times.get(3) - times.get(0) >= 3_500, "three times in " + (times.get(3) - times.get(0)));
    }

    /** Servers limit invitations, joins and new rooms apart from messages. */
    @Test
    void whatLimitsInvitationsTakesNothingFromMessages() {
        Doorway doorway = new Doorway();
        tab.open(FakeHomeserver.ROOM);
        answers("/invite", List.of(LIMITED, new Fault.Waits(doorway)),
                Optional.of(joined(FakeHomeserver.ROOM, member(BOB, "invite"))));
        tab.call("invitation", new Command.InviteUser(FakeHomeserver.ROOM, BOB));
        doorway.awaitKnock();
        for (String text : List.of("one", "two", "three")) {
            tab.ask(new Command.SendText(FakeHomeserver.ROOM, text));
        }
        assertEquals(Optional.empty(), tab.settled("invitation"), "it waits, and its button shows so");
        tab.await("three messages sent", t -> Stream.of("one", "two", "three").allMatch(text -> t.item(text)
                .filter(item -> item.state() == TimelineItem.State.SENT)
                .isPresent()));
        doorway.open();
        tab.await("the outcome", t -> t.settled("invitation").isPresent());
    }

    @Test
    void aJoinIsTriedAgainWhenTheConnectionBreaks() {
        beInvited();
        answers("/join", List.of(new Fault.Unreachable(), new Fault.Says(502, "<html>"), DONE),
                Optional.of(joined(INVITED_TO)));
        tab.ask(new Command.AcceptInvite(INVITED_TO));
        assertEquals(3, attempts.get());
    }

    @Test
    void aJoinWhoseAnswerIsLostIsDoneWhatTheServerSaysToASecondOne() {
        beInvited();
        answers("/join", List.of(new Fault.Unreachable(), new Fault.Says(403, "{\"errcode\":\"M_FORBIDDEN\"}")),
                Optional.of(joined(INVITED_TO)));
        tab.ask(new Command.AcceptInvite(INVITED_TO));
        assertEquals(2, attempts.get());
    }

    @Test
    void whatIsAskedForOfflineIsDoneOnceBack() {
        beInvited();
        profile.network.setOnline(false);
        tab.await("offline", t -> t.state().equals(Optional.of(Connection.State.OFFLINE)));
        answers("/join", List.of(DONE), Optional.of(joined(INVITED_TO)));
        tab.call("offline-join", new Command.AcceptInvite(INVITED_TO));
        tab.call("after-it", new Command.CloseRoom());
        tab.await("a later command's outcome", t -> t.settled("after-it").isPresent());
        assertEquals(0, attempts.get(), "nothing is tried without a network");
        profile.network.setOnline(true);
        tab.await("the outcome", t -> t.settled("offline-join").isPresent());
        assertInstanceOf(Outcome.Done.class, tab.settled("offline-join").orElseThrow());
        assertEquals(1, attempts.get());
    }

    @Test
    void anInvitationIsTriedAgainUntilItIsSeen() {
        answers("/invite", List.of(new Fault.Unreachable(), LIMITED, DONE),
                Optional.of(joined(FakeHomeserver.ROOM, member(BOB, "invite"))));
        tab.ask(new Command.InviteUser(FakeHomeserver.ROOM, BOB));
        assertEquals(3, attempts.get());
    }

    @Test
    void whatTheServerForbidsFailsAtOnceWithTheReason() {
        answers("/invite", List.of(new Fault.Says(403, "{\"errcode\":\"M_FORBIDDEN\",\"error\":\"no\"}")),
                Optional.empty());
        Problem problem = tab.refused(new Command.InviteUser(FakeHomeserver.ROOM, BOB));
        assertEquals(Problem.Code.FORBIDDEN, problem.code());
        assertEquals(1, attempts.get());
    }

    @Test
    void aLimitLongerThanAPersonWaitsIsTold() {
        answers("/invite", List.of(limited(90_000)), Optional.empty());
        Problem problem = tab.refused(new Command.InviteUser(FakeHomeserver.ROOM, BOB));
        assertEquals(Problem.Code.RATE_LIMITED, problem.code());
        assertTrue(problem.message().contains("90 seconds"));
    }

    @Test
    void aRoomWhoseAnswerIsLostIsMadeOnce() {
        String call = "call-of-the-room";
        JsonObject create = JsonObject.builder()
                .put("event_id", "$create")
                .put("sender", FakeHomeserver.ME)
                .put("type", "m.room.create")
                .put("origin_server_ts", 1)
                .put("state_key", "")
                .put("content", JsonObject.builder().put("chat.pando.command", call).build())
                .build();
        answers("/createRoom", List.of(LIMITED, new Fault.Unreachable()),
                Optional.of(joined("!new:fake", create, member(FakeHomeserver.ME, "join"))));
        Outcome.Done done = assertInstanceOf(
                Outcome.Done.class, tab.outcome(call, new Command.CreateRoom("New", List.of(), false)));
        assertEquals("!new:fake", done.result().requireString("room_id"));
        assertEquals(2, attempts.get(), "a refusal for the limit is repeated, a lost answer isn't");
    }
}
