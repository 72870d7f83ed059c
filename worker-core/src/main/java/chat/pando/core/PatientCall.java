package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.host.Clock;
import chat.pando.matrix.Answer;
import chat.pando.matrix.ApiRequest;
import chat.pando.sync.Link;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A request to the homeserver for which a person waits: it is made when there is a connection, and made again after
 * what passes, as long as a person may be expected to wait. After that its command fails, and the person can try again.
 */
final class PatientCall {

    /** How long in all. */
    static final long PATIENCE_MILLIS = 40_000;

    private static final long FIRST_REST_MILLIS = 500;
    private static final long LONGEST_REST_MILLIS = 8_000;

    private final Account account;
    private final Clock clock;
    private final BooleanSupplier leaving;
    private boolean inDoubt;

    /** @param leaving whether this core is about to go: the next one, at which the tab repeats its command, goes on */
    PatientCall(Account account, BooleanSupplier leaving) {
        this.account = account;
        this.clock = account.host().clock();
        this.leaving = leaving;
    }

    /** This core is about to go, and has not yet done what was asked for. */
    static final class Left extends RuntimeException {

        private static final long serialVersionUID = 1;

        Left() {
            super("the core goes");
        }
    }

    /** Whether the server may have done, unheard, what was asked for. */
    boolean inDoubt() {
        return inDoubt;
    }

    /** Makes a request that does no harm when it is carried out twice. */
    Answer make(ApiRequest request) {
        return make(request, PatientCall::passes);
    }

    /** Makes a request for something that is good to know: a server in trouble need not answer it. */
    Answer ask(ApiRequest request) {
        return make(request, answer -> answer instanceof Answer.Silence || isLimited(answer));
    }

    /** Makes a request that is repeated only where the server has surely not carried it out. */
    Answer makeOnce(ApiRequest request) {
        return make(request, PatientCall::isLimited);
    }

    private Answer make(ApiRequest request, Predicate<Answer> again) {
        long deadline = clock.now() + PATIENCE_MILLIS;
        await(() -> account.link().state() != Link.State.OFFLINE, deadline);
        long rest = FIRST_REST_MILLIS;
        while (true) {
            Answer answer = account.api().call(request);
            inDoubt |= passes(answer) && !isLimited(answer);
            // A server that asks for no rest at all, again and again, gets no storm for it.
            long until = clock.now() + Math.max(rest, retryAfter(answer).orElse(0));
            if (!again.test(answer) || until >= deadline || account.link().over()) {
                return answer;
            }
            rest(isLimited(answer), until, deadline);
            rest = Math.min(LONGEST_REST_MILLIS, 2 * rest);
        }
    }

    /** What the server asks for is waited out; else there is no need to wait longer than the connection is away. */
    private void rest(boolean limited, long until, long deadline) {
        boolean offline = account.link().state() == Link.State.OFFLINE;
        if (offline && !limited) {
            await(() -> account.link().state() != Link.State.OFFLINE, deadline);
        } else {
            await(() -> false, until);
        }
    }

    private void await(BooleanSupplier condition, long until) {
        account.awaitUntil(
                () -> leaving.getAsBoolean() || condition.getAsBoolean(), Math.max(0, until - clock.now()));
        if (leaving.getAsBoolean()) {
            throw new Left();
        }
    }

    private static boolean passes(Answer answer) {
        return answer instanceof Answer.Silence
                || answer instanceof Answer.Refused refused && refused.error().passes();
    }

    private static boolean isLimited(Answer answer) {
        return answer instanceof Answer.Refused refused && refused.error().status() == 429;
    }

    private static OptionalLong retryAfter(Answer answer) {
        return isLimited(answer) ? ((Answer.Refused) answer).error().retryAfterMillis() : OptionalLong.empty();
    }
}
