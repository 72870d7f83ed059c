package chat.pando.core;

import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that this core has refused of late.
 *
 * <p>A tab that says hello again makes its open calls again, so copies of a call may wait in its port. What was refused
 * must not be carried out by one that comes after: the person was told that it wasn't done. (What was done is remembered
 * in the account's database.) Not so where the core itself was lost: then nobody was told that it wasn't done, and the
 * person's next try comes under the same id.
 *
 * <p>Guarded by the monitor of who owns it.
 */
final class RefusedCalls {

    /** More than all tabs can have under way together. */
    private static final int MOST = 2_000;

    private final Map<String, Outcome> byCall = new LinkedHashMap<>();

    void remember(String call, Outcome outcome) {
        if (!(outcome instanceof Outcome.Refused refused) || refused.problem().code() == Problem.Code.CORE_LOST) {
            return;
        }
        byCall.put(call, outcome);
        if (byCall.size() > MOST) {
            byCall.remove(byCall.keySet().iterator().next());
        }
    }

    Optional<Outcome> find(String call) {
        return Optional.ofNullable(byCall.get(call));
    }
}
