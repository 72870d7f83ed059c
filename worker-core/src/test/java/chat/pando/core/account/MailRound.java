package chat.pando.core.account;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.Signal;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JvmNetwork;
import chat.pando.machine.Client;
import chat.pando.machine.DeviceLetter;
import chat.pando.machine.DeviceName;
import chat.pando.machine.World;
import chat.pando.matrix.Answer;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.Courier;
import chat.pando.matrix.MatrixError;
import chat.pando.store.Draft;
import chat.pando.store.Jobs;
import chat.pando.sync.Retries;
import chat.pando.sync.Supervisor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;

/** The requests of Alice's machine on their way to a server that may fail, with Bob and Carol at the other end. */
abstract class MailRound {

    static final Answer BROKEN = refusal(502, OptionalLong.empty());

    final World world = new World();
    final Client alice = world.client("@alice:test", "A1");
    final Client bob = world.client("@bob:test", "B1");
    final Client carol = world.client("@carol:test", "C1");
    final Supervisor supervisor =
            new Supervisor(world.clock, new JvmNetwork(), count -> filled(count, (byte) 0xff));
    final Signal wake = new Signal();
    final List<ApiRequest> attempts = new ArrayList<>();
    final Deque<Runnable> held = new ArrayDeque<>();
    Function<ApiRequest, Optional<Answer>> fault = request -> Optional.empty();
    boolean holding;
    MachineMail mail;

    @BeforeEach
    void meet() {
        world.meet(alice, bob, carol);
        alice.say(World.ROOM, "begins the sessions");
        world.sync(bob, carol);
        mail = mailOf(alice);
    }

    MachineMail mailOf(Client client) {
        Retries retries = new Retries(
                world.clock, count -> filled(count, (byte) 0xff), supervisor, wake::raise);
        return new MachineMail(
                client.machine(), jobs(client), courier(client), world.clock, retries, this::start, wake);
    }

    private static byte[] filled(int count, byte octet) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, octet);
        return bytes;
    }

    private static Jobs jobs(Client client) {
        return new Jobs() {
            @Override
            public <T> T run(Function<Draft, T> job) {
                return client.job(job);
            }
        };
    }

    /** At once, or when the test says. */
    private void start(Runnable carrying) {
        if (holding) {
            held.add(carrying);
        } else {
            carrying.run();
        }
    }

    private Courier courier(Client client) {
        return new Courier() {
            @Override
            public Answer attempt(ApiRequest request) {
                attempts.add(request);
                return fault.apply(request).orElseGet(
                        () -> new Answer.Ok(world.server.answer(client.user(), client.device(), request).body()));
            }

            @Override
            public Answer deliver(ApiRequest request, Runnable onDelay) {
                throw new AssertionError("who waits for one answer holds up the rest");
            }

            @Override
            public void rest() {
                throw new AssertionError("who rests holds up the rest");
            }

            @Override
            public boolean awaitConnection() {
                return false;
            }

            @Override
            public boolean online() {
                return true;
            }
        };
    }

    static Answer refusal(int status, OptionalLong retryAfter) {
        return new Answer.Refused(new MatrixError(status, "M_UNKNOWN", "no", retryAfter));
    }

    void breaks(Predicate<ApiRequest> broken) {
        fault = request -> broken.test(request) ? Optional.of(BROKEN) : Optional.empty();
    }

    /** All that can go without waiting. */
    void carryAll() {
        int before;
        do {
            before = attempts.size();
            mail.round();
            assertTrue(attempts.size() < before + 100, "attempts without end");
        } while (attempts.size() > before);
    }

    void write(Client to, String... texts) {
        for (String text : texts) {
            write(alice, to, text);
        }
    }

    void write(Client from, Client to, String text) {
        DeviceLetter letter = new DeviceLetter(
                new DeviceName(to.user(), to.device()),
                "chat.pando.test",
                JsonObject.builder().put("text", text).build(),
                world.clock.now() + 60 * World.MINUTE);
        from.does(draft -> from.machine().send(List.of(letter), draft));
    }

    List<String> heard(Client client) {
        world.sync(client);
        return client.letters().stream()
                .map(letter -> letter.content().string("text").orElse("?"))
                .toList();
    }

    static boolean isFor(ApiRequest request, Client client) {
        return request.body().orElseThrow().at("messages").has(client.user().value());
    }

    static boolean isClaim(ApiRequest request) {
        return request.path().endsWith("keys/claim");
    }

    static boolean isQuery(ApiRequest request) {
        return request.path().endsWith("keys/query");
    }

    static boolean isUpload(ApiRequest request) {
        return request.path().endsWith("keys/upload");
    }

}
