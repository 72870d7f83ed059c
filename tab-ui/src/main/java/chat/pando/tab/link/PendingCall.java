package chat.pando.tab.link;

import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import java.util.Optional;
import java.util.function.Consumer;

/** A call whose outcome isn't known yet. */
final class PendingCall {

    private final Call call;
    private final Consumer<Outcome> whenSettled;
    private Timers.Cancel deadline = () -> {};
    private Optional<String> core = Optional.empty();

    PendingCall(Call call, Consumer<Outcome> whenSettled) {
        this.call = call;
        this.whenSettled = whenSettled;
    }

    Call call() {
        return call;
    }

    boolean isPosted() {
        return core.isPresent();
    }

    /** Whether it was made to the core of this id, which then brings its outcome. */
    boolean isKnownTo(Optional<String> instance) {
        return isPosted() && core.equals(instance);
    }

    void postedTo(Optional<String> instance) {
        core = instance;
    }

    void deadline(Timers.Cancel timer) {
        deadline.cancel();
        deadline = timer;
    }

    /**
     * Whether the call may be given to a core that doesn't know it. Signing in makes a new device each time, so
     * a person is asked instead.
     */
    boolean mayMoveToAnotherCore() {
        return !(call.command() instanceof Command.SignIn || call.command() instanceof Command.CreateAccount);
    }

    void settle(Outcome outcome) {
        deadline.cancel();
        whenSettled.accept(outcome);
    }
}
