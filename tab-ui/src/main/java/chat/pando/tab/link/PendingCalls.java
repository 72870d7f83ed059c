package chat.pando.tab.link;

import chat.pando.protocol.Call;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The calls whose outcome isn't known yet, in the order in which they were made. Every one of them ends. */
final class PendingCalls {

    /** After this time without an outcome the core is asked again. */
    static final int ASK_AGAIN_MS = 30_000;

    /** After this much longer the call is given up. */
    static final int GIVE_UP_MS = 90_000;

    private static final Problem STOPPED = new Problem(
            Problem.Code.CORE_LOST, "Pando's core stopped in the middle of this. Please try again.");
    private static final Problem NO_ANSWER = new Problem(
            Problem.Code.CORE_LOST, "Pando's core didn't answer. Nothing is lost: please try again.");

    private final Map<String, PendingCall> byId = new LinkedHashMap<>();
    private final Timers timers;
    private final Runnable askAgain;

    PendingCalls(Timers timers, Runnable askAgain) {
        this.timers = timers;
        this.askAgain = askAgain;
    }

    PendingCall add(Call call, Consumer<Outcome> whenSettled) {
        PendingCall pending = new PendingCall(call, whenSettled);
        byId.put(call.id(), pending);
        expect(pending);
        return pending;
    }

    private void expect(PendingCall pending) {
        pending.deadline(timers.after(ASK_AGAIN_MS, () -> overdue(pending)));
    }

    private void overdue(PendingCall pending) {
        pending.deadline(timers.after(GIVE_UP_MS, () -> settle(pending.call().id(), new Outcome.Refused(NO_ANSWER))));
        askAgain.run();
    }

    void settle(String id, Outcome outcome) {
        PendingCall pending = byId.remove(id);
        if (pending != null) {
            pending.settle(outcome);
        }
    }

    /** The calls at this moment. */
    private List<PendingCall> all() {
        return new ArrayList<>(byId.values());
    }

    /** Another core than this one won't bring the outcome of calls that must not be made twice. */
    void leftTo(Optional<String> instance) {
        refuse(call -> call.isPosted() && !call.isKnownTo(instance) && !call.mayMoveToAnotherCore(), STOPPED);
    }

    /** Makes the open calls again. */
    void repeat(Consumer<PendingCall> post) {
        all().forEach(post);
    }

    /** Waits as long again for every outcome: the page slept, and its clocks with it. */
    void allowMoreTime() {
        all().forEach(this::expect);
    }

    void refuseAll(Problem problem) {
        refuse(call -> true, problem);
    }

    private void refuse(Predicate<PendingCall> which, Problem problem) {
        for (PendingCall pending : all()) {
            if (which.test(pending)) {
                settle(pending.call().id(), new Outcome.Refused(problem));
            }
        }
    }
}
