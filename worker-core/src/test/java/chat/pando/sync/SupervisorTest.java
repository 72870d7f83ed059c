package chat.pando.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.Abort;
import chat.pando.host.Entropy;
import chat.pando.jvm.JvmNetwork;
import chat.pando.jvm.ManualClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When the next attempt is due, and what everybody is told until then. */
class SupervisorTest {

    /** Draws 2³² − 1, of which a bound b leaves a rest that is at most b. */
    private static final Entropy HIGHEST = count -> {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    };

    private static final Entropy LOWEST = count -> new byte[count];

    private final ManualClock clock = new ManualClock(1_000_000);
    private final JvmNetwork network = new JvmNetwork();

    @Test
    void restsDoubleUpToAMinuteAndStartAfreshAfterASuccess() {
        Backoff backoff = new Backoff(HIGHEST);
        for (int i = 0; i < 40; i++) {
            long bound = Math.min(60_000, 1_000L << Math.min(i, 6));
            long rest = backoff.next();
            assertTrue(rest >= 1 && rest <= bound, "rest " + rest + " of at most " + bound);
        }
        backoff.reset();
        assertTrue(backoff.next() <= 1_000);
    }

    @Test
    void aFailureSaysWhenTheNextAttemptIsDue() {
        Supervisor supervisor = new Supervisor(clock, network, LOWEST);
        supervisor.failed(Trouble.SERVER_ERROR, OptionalLong.empty());
        assertEquals(
                new Link(Link.State.WAITING, OptionalLong.of(1_000_001), Trouble.SERVER_ERROR), supervisor.link());
        clock.advance(1);
        assertTrue(supervisor.awaitTurn().isPresent());
    }

    @Test
    void theServersWishIsObeyed() {
        Supervisor supervisor = new Supervisor(clock, network, LOWEST);
        supervisor.failed(Trouble.RATE_LIMITED, OptionalLong.of(7_000));
        assertEquals(OptionalLong.of(1_007_000), supervisor.link().retryAt());
    }

    @Test
    void aPersonNeedNotWait() {
        Supervisor supervisor = new Supervisor(clock, network, LOWEST);
        supervisor.failed(Trouble.UNREACHABLE, OptionalLong.of(50_000));
        assertEquals(Link.State.OFFLINE, supervisor.link().state());
        supervisor.tryNow();
        assertEquals(Link.CONNECTING, supervisor.link());
        assertTrue(supervisor.awaitTurn().isPresent());
    }

    @Test
    void aNetworkThatGoesEndsTheAttemptAndOneThatComesAllowsTheNext() {
        Supervisor supervisor = new Supervisor(clock, network, LOWEST);
        Abort first = supervisor.awaitTurn().orElseThrow();
        network.setOnline(false);
        assertTrue(first.aborted());
        assertEquals(Trouble.NO_NETWORK, supervisor.link().trouble());
        network.setOnline(true);
        assertEquals(Link.CONNECTING, supervisor.link());
        assertFalse(supervisor.awaitTurn().orElseThrow().aborted());
    }

    @Test
    void aPlatformThatIsWrongAboutTheNetworkHoldsNothingUp() {
        network.setOnline(false);
        Supervisor supervisor = new Supervisor(clock, network, HIGHEST);
        assertTrue(supervisor.awaitTurn().isPresent(), "the first attempt is made whatever the platform believes");
        supervisor.failed(Trouble.UNREACHABLE, OptionalLong.empty());
        assertEquals(Trouble.NO_NETWORK, supervisor.link().trouble());
        assertEquals(OptionalLong.of(1_030_000), supervisor.link().retryAt());
        clock.advance(30_000);
        assertTrue(supervisor.awaitTurn().isPresent());
        supervisor.succeeded();
        assertEquals(Link.ONLINE, supervisor.link());
    }

    @Test
    void anAnswerThatOvertakesTheEndOfTheNetworkIsNoProofOfIt() {
        Supervisor supervisor = new Supervisor(clock, network, LOWEST);
        supervisor.awaitTurn();
        network.setOnline(false);
        supervisor.succeeded();
        assertEquals(Trouble.NO_NETWORK, supervisor.link().trouble());
    }

    @Test
    void anEndIsForGood() {
        Supervisor supervisor = new Supervisor(clock, network, LOWEST);
        List<Link.State> told = new ArrayList<>();
        supervisor.onChange(() -> told.add(supervisor.link().state()));
        supervisor.succeeded();
        supervisor.end(Trouble.TAKEN_OVER);
        supervisor.succeeded();
        supervisor.tryNow();
        assertEquals(List.of(Link.State.ONLINE, Link.State.STOPPED), told);
        assertTrue(supervisor.awaitTurn().isEmpty());
    }
}
