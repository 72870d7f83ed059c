package chat.pando.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.HttpFailure;
import chat.pando.machine.Client;
import chat.pando.machine.OutgoingRequest;
import chat.pando.machine.OutgoingRequest.Kind;
import chat.pando.machine.World;
import chat.pando.matrix.Answer;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The machine's requests: one that does not get through holds up what must follow it, and nothing else. */
class MachineMailTest extends MailRound {

    @Test
    void aMessageThatTheServerNeverTakesHoldsUpNobodyElse() {
        breaks(request -> isFor(request, bob));
        write(bob, "lost");
        write(carol, "one", "two", "three");
        carryAll();
        assertEquals(List.of("one", "two", "three"), heard(carol));
        assertEquals(1, alice.outgoing().size(), "the other one stays");
    }

    @Test
    void aQuestionThatIsNeverAnsweredHoldsUpNobodyElse() {
        UserId faraway = new UserId("@dora:dead");
        breaks(request -> isQuery(request) && request.body().orElseThrow().at("device_keys").has(faraway.value()));
        alice.does(draft -> {
            alice.machine().track(Set.of(faraway), draft);
            alice.machine().tidy(draft);
        });
        write(bob, "one");
        carryAll();
        assertEquals(List.of("one"), heard(bob));
        alice.does(draft -> alice.machine().track(Set.of(new UserId("@erin:test")), draft));
        alice.does(draft -> alice.machine().tidy(draft));
        carryAll();
        assertEquals(
                List.of(faraway.value()),
                List.copyOf(alice.outgoing().get(0).request().body().orElseThrow().at("device_keys").names()));
    }

    @Test
    void whatIsForTheSameDeviceWaitsForTheAnswerToTheOneBefore() {
        holding = true;
        write(bob, "one", "two");
        write(carol, "one");
        mail.round();
        mail.round();
        assertEquals(2, held.size(), "the first for each");
        held.pop().run();
        held.pop().run();
        mail.round();
        assertEquals(1, held.size());
        held.pop().run();
        assertEquals(List.of("one", "two"), heard(bob));
    }

    @Test
    void whatFailedIsPassedByAFewAndThenRepeatedInOrder() {
        breaks(request -> true);
        String[] texts = IntStream.range(0, 60).mapToObj(Integer::toString).toArray(String[]::new);
        write(bob, texts);
        for (int i = 0; i < 200; i++) {
            carryAll();
            world.clock.advance(World.MINUTE);
        }
        assertEquals(8, attempts.stream().distinct().count(), "no more are tried while none is taken");
        fault = request -> Optional.empty();
        carryAll();
        supervisor.lookedAt();
        carryAll();
        List<String> heard = heard(bob);
        assertEquals(Set.of(texts), Set.copyOf(heard), "not one is out of the reach of Olm's order");
        assertEquals(60, heard.size());
    }

    @Test
    void aFailureIsRepeatedEverMoreRarelyAndAfreshWhenThereIsHope() {
        breaks(request -> true);
        write(bob, "one");
        carryAll();
        assertEquals(1, attempts.size());
        for (int i = 0; i < 3_600; i++) {
            world.clock.advance(1_000);
            mail.round();
        }
        assertTrue(attempts.size() < 200, "a storm of " + attempts.size());
        assertTrue(attempts.size() > 20, "given up after " + attempts.size());
        int before = attempts.size();
        mail.round();
        assertEquals(before, attempts.size());
        supervisor.lookedAt();
        assertTrue(wake.await(world.clock, 0));
        mail.round();
        assertEquals(before + 1, attempts.size());
    }

    @Test
    void aLimitHoldsForAllOfItsKindAndForNothingElse() {
        fault = request -> request.path().contains("sendToDevice")
                ? Optional.of(refusal(429, OptionalLong.of(30_000)))
                : Optional.empty();
        write(bob, "one");
        write(carol, "one");
        mail.round();
        int limited = attempts.size();
        supervisor.lookedAt();
        world.clock.advance(29_000);
        alice.does(draft -> alice.machine().track(Set.of(new UserId("@erin:test")), draft));
        alice.does(draft -> alice.machine().tidy(draft));
        carryAll();
        assertEquals(limited + 1, attempts.size(), "only the question");
        assertTrue(isQuery(attempts.get(limited)));
        fault = request -> Optional.empty();
        world.clock.advance(1_000);
        carryAll();
        assertEquals(List.of("one"), heard(bob));
        assertEquals(List.of("one"), heard(carol));
    }

    @Test
    void aServerThatAsksForNoRestGetsNoStorm() {
        fault = request -> Optional.of(refusal(429, OptionalLong.of(0)));
        write(bob, "one");
        for (int i = 0; i < 600; i++) {
            world.clock.advance(100);
            mail.round();
        }
        assertTrue(attempts.size() <= 121, "in a minute: " + attempts.size());
    }

    @Test
    void whatHangsLeavesPlacesForWhatIsNew() {
        fault = request -> Optional.of(new Answer.Silence(HttpFailure.Cause.TIMEOUT));
        for (int i = 0; i < 6; i++) {
            UserId faraway = new UserId("@dora:dead" + i);
            alice.does(draft -> alice.machine().track(Set.of(faraway), draft));
            alice.does(draft -> alice.machine().tidy(draft));
        }
        holding = true;
        mail.round();
        assertEquals(4, held.size(), "so many at once");
        while (!held.isEmpty()) {
            held.pop().run();
            mail.round();
        }
        world.clock.advance(World.MINUTE);
        mail.round();
        assertEquals(2, held.size(), "so many repeated ones at once");
        write(bob, "one");
        write(carol, "one");
        mail.round();
        assertEquals(4, held.size());
    }

    @Test
    void nothingIsSentFromADeviceThatNobodyCanKnowYet() {
        breaks(MachineMailTest::isUpload);
        Client dave = world.fresh("@dave:test", "D1");
        mail = mailOf(dave);
        dave.does(draft -> dave.machine().track(Set.of(bob.user()), draft));
        holding = true;
        mail.round();
        assertEquals(1, held.size(), "who asks hears of the own device, too");
        held.pop().run();
        holding = false;
        carryAll();
        assertTrue(isQuery(attempts.get(1)), "but doesn't wait for ever");
        dave.does(draft -> dave.machine().tidy(draft));
        carryAll();
        write(dave, bob, "one");
        carryAll();
        assertTrue(attempts.stream().anyMatch(MachineMailTest::isClaim));
        assertEquals(List.of(Kind.KEYS_UPLOAD, Kind.TO_DEVICE), kinds(dave));
        fault = request -> Optional.empty();
        supervisor.lookedAt();
        carryAll();
        assertEquals(List.of(), kinds(dave));
        assertTrue(isUpload(attempts.get(attempts.size() - 2)));
        assertTrue(isFor(attempts.get(attempts.size() - 1), bob));
    }

    private static List<Kind> kinds(Client client) {
        return client.outgoing().stream().map(OutgoingRequest::kind).toList();
    }

    @Test
    void whatIsUnderWayIsNotMadeAgain() {
        Client dave = world.client("@dave:test", "D1");
        world.meet(alice, bob, carol, dave);
        holding = true;
        write(dave, "one");
        for (int i = 0; i < 10; i++) {
            mail.round();
        }
        assertEquals(1, held.size());
        held.pop().run();
        assertTrue(isClaim(attempts.get(0)));
        mail.round();
        assertEquals(1, held.size(), "the letter that has waited for it");
        held.pop().run();
        assertEquals(List.of("one"), heard(dave));
    }

    @Test
    void aRefusalIsTheEndOfARequestAndAPauseForItsKind() {
        fault = request -> Optional.of(refusal(403, OptionalLong.empty()));
        write(bob, "one", "two");
        write(carol, "one");
        mail.round();
        int first = attempts.size();
        mail.round();
        assertEquals(first, attempts.size());
        for (int i = 0; i < 5; i++) {
            world.clock.advance(1_000);
            mail.round();
        }
        assertEquals(3, attempts.size());
        assertEquals(List.of(), alice.outgoing());
    }

    @Test
    void aFaultOfOurOwnIsOneMoreFailure() {
        fault = request -> {
            throw new IllegalStateException("a bug");
        };
        write(bob, "one");
        boolean escaped = false;
        try {
            mail.round();
        } catch (IllegalStateException fault) {
            escaped = true;
        }
        assertTrue(escaped, "whoever runs it says so in the log");
        fault = request -> Optional.empty();
        mail.round();
        assertFalse(alice.outgoing().isEmpty());
        world.clock.advance(World.MINUTE);
        mail.round();
        assertEquals(List.of("one"), heard(bob));
    }
}
