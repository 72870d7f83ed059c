package chat.pando.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.Address;
import chat.pando.channel.Channels;
import chat.pando.channel.Participants;
import chat.pando.core.account.Ephemerals.Outcome;
import chat.pando.core.room.Ephemeral;
import chat.pando.core.room.EphemeralLetters;
import chat.pando.host.Abort;
import chat.pando.host.HttpFailure;
import chat.pando.json.JsonObject;
import chat.pando.machine.Client;
import chat.pando.machine.DeviceLetter;
import chat.pando.machine.DeviceName;
import chat.pando.machine.World;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Api;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.DeviceId;
import chat.pando.store.Device;
import chat.pando.store.DeviceList;
import chat.pando.store.Devices;
import chat.pando.store.Draft;
import chat.pando.store.Jobs;
import chat.pando.store.KeyRange;
import chat.pando.store.MemberRow;
import chat.pando.store.RoomRow;
import chat.pando.store.RowReader;
import chat.pando.store.Table;
import chat.pando.store.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ephemeral messages: at once or never, each with one outcome, and nothing waits for them. */
class EphemeralsTest {

    private static final JsonObject CONTENT = JsonObject.builder().put("text", "look!").build();

    private final World world = new World();
    private final Client alice = world.client("@alice:test", "A1");
    private final Client bob = world.client("@bob:test", "B1");
    private final Client carol = world.client("@carol:test", "C1");
    private final List<ApiRequest> attempts = new ArrayList<>();
    private boolean serverWorks = true;
    private AtOnceMail mail;
    private Ephemerals ephemerals;

    @BeforeEach
    void meet() {
        world.meet(alice, bob, carol);
        alice.say(World.ROOM, "begins the sessions");
        world.sync(bob, carol);
        carolRunsSomethingElse();
        for (Client each : List.of(alice, bob)) {
            enter(each, alice, bob, carol);
        }
        begin();
    }

    /** As Alice's device sees it. */
    private void carolRunsSomethingElse() {
        Devices devices = new Devices(new RowReader(alice.host().json(), alice.host().log()));
        alice.does(draft -> {
            Map<DeviceId, Device> list = new TreeMap<>();
            devices.get(draft, carol.user()).devices().forEach((id, device) -> list.put(id, new Device(
                    device.user(), id, device.signing(), device.identity(), device.keys().without("algorithms"))));
            devices.put(draft, carol.user(), new DeviceList(list));
        });
    }

    private void begin() {
        Tables tables = tables(alice);
        ephemerals = new Ephemerals(letters(alice), alice.machine(), tables, jobs(), world.clock);
        mail = new AtOnceMail(alice.machine(), ephemerals, alice::job, api(), world.clock);
    }

    private static Tables tables(Client client) {
        return Tables.of(client.host().json(), client.host().log());
    }

    private static EphemeralLetters letters(Client client) {
        Channels channels = new Channels(
                new Address(client.user(), client.device()),
                new Participants(client.host().primitives()),
                tables(client),
                client.host().clock(),
                client.host().log());
        return new EphemeralLetters(channels, tables(client), client.machine());
    }

    private static DeviceName name(Client client) {
        return new DeviceName(client.user(), client.device());
    }

    private static void enter(Client client, Client... members) {
        Tables tables = tables(client);
        client.does(draft -> {
            tables.rooms().put(draft, RoomRow.fresh(World.ROOM)
                    .withMembership(RoomRow.Membership.JOIN, Optional.empty()));
            Arrays.stream(members).forEach(member -> tables.members()
                    .put(draft, new MemberRow(World.ROOM, member.user(), false, Optional.empty())));
        });
    }

    /** The worker comes right after each of the core's jobs. */
    private Jobs jobs() {
        return new Jobs() {
            @Override
            public <T> T run(Function<Draft, T> job) {
                T result = alice.job(job);
                while (mail.deliverAll()) {
                    assertTrue(attempts.size() < 100, "attempts without end");
                }
                return result;
            }
        };
    }

    private Api api() {
        return (ApiRequest request, long millis, Abort abort) -> {
            attempts.add(request);
            return serverWorks
                    ? new Answer.Ok(world.server.answer(alice.user(), alice.device(), request).body())
                    : new Answer.Silence(HttpFailure.Cause.UNREACHABLE);
        };
    }

    private Outcome say(String id) {
        return ephemerals.say(id, World.ROOM, "test.pointing", CONTENT);
    }

    private List<Ephemeral> heard(Client client) {
        world.sync(client);
        return letters(client).read(client.letters(), client.store());
    }

    @Test
    void itSurfacesOnceAtThoseWhoAreThere() {
        assertEquals(Outcome.SENT, say("one"));
        Ephemeral expected = new Ephemeral(World.ROOM, alice.user(), "test.pointing", CONTENT);
        assertEquals(List.of(expected), heard(bob));
        assertEquals(List.of(expected), heard(bob), "and once only, whatever comes later");
        world.sync(carol);
        assertEquals(List.of(), carol.letters(), "who doesn't run Pando isn't bothered");
        assertEquals(0, alice.store().scan(Table.OUTBOX, KeyRange.all()).size());
    }

    @Test
    void whereNobodyIsThereThatIsItsOutcome() {
        world.server.logOut(bob.user(), bob.device());
        world.sync(alice);
        assertEquals(Outcome.NOBODY, say("one"));
        assertEquals(List.of(), attempts);
    }

    @Test
    void whatDoesNotGetThroughAtOnceHasFailedAndIsNotSentLater() {
        serverWorks = false;
        assertEquals(Outcome.FAILED, say("one"));
        assertEquals(1, attempts.size());
        serverWorks = true;
        alice.flush();
        mail.deliverAll();
        assertEquals(List.of(), heard(bob));
        assertEquals(Outcome.FAILED, say("one"), "the outcome stays what it was");
        assertEquals(1, attempts.size());
    }

    @Test
    void theSameOneTwiceIsSentOnce() {
        assertEquals(Outcome.SENT, say("one"));
        assertEquals(Outcome.SENT, say("one"));
        assertEquals(1, heard(bob).size());
    }

    @Test
    void itBlocksNothingAndWaitsForNothing() {
        serverWorks = false;
        DeviceLetter lasting = new DeviceLetter(
                name(bob), "chat.pando.test", CONTENT, world.clock.now() + World.MINUTE);
        alice.does(draft -> alice.machine().send(List.of(lasting), draft));
        assertEquals(Outcome.FAILED, say("one"));
        assertEquals(1, alice.outgoing().size(), "what lasts is on its own way");
        alice.flush();
        world.sync(bob);
        assertEquals(List.of("chat.pando.test"), bob.letters().stream().map(letter -> letter.type()).toList());
    }

    @Test
    void oneThatACoreDiedOfHasFailedAndIsNeverSent() {
        Tables tables = tables(alice);
        Ephemerals dying = new Ephemerals(letters(alice), alice.machine(), tables, new Jobs() {
            @Override
            public <T> T run(Function<Draft, T> job) {
                alice.job(job);
                throw new IllegalStateException("the core dies right after the commit");
            }
        }, world.clock);
        try {
            dying.say("one", World.ROOM, "test.pointing", CONTENT);
        } catch (IllegalStateException death) {
            assertEquals(1, alice.outgoing().size());
        }
        alice.restart();
        begin();
        mail.dropWhatIsLeft();
        assertEquals(Outcome.FAILED, say("one"));
        assertEquals(List.of(), attempts);
        assertEquals(List.of(), heard(bob));
    }

    @Test
    void whoComesLaterDoesNotSeeIt() {
        say("one");
        world.clock.advance(5 * World.MINUTE);
        assertEquals(List.of(), heard(bob));
    }

    @Test
    void whoIsNotInTheRoomSaysNothingThere() {
        say("one");
        bob.does(draft -> tables(bob).members()
                .delete(draft, new MemberRow(World.ROOM, alice.user(), false, Optional.empty())));
        assertEquals(List.of(), heard(bob));
    }

    @Test
    void whatIsNoEphemeralMessageIsIgnored() {
        alice.does(draft -> {
            JsonObject good = letters(alice).write("id", World.ROOM, "kind", CONTENT, draft).get(0).content();
            List<JsonObject> bad = List.of(
                    JsonObject.EMPTY,
                    good.without("room_id"),
                    good.without("kind"),
                    good.without("chat.pando.sds"),
                    good.toBuilder().put("chat.pando.sds", "?").build(),
                    good.toBuilder().put("at", "yesterday").build());
            alice.machine().send(bad.stream()
                    .map(content -> new DeviceLetter(name(bob), EphemeralLetters.TYPE, content, DeviceLetter.AT_ONCE))
                    .toList(), draft);
        });
        mail.deliverAll();
        assertEquals(List.of(), heard(bob));
        assertEquals(6, bob.letters().size());
    }
}
