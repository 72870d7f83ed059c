package chat.pando.store;

import chat.pando.matrix.UserId;
import java.util.Objects;
import java.util.Optional;

/**
 * A user whose device list must be fetched.
 *
 * @param version  counts the changes, so that an answer to a question from before the last change is told apart
 * @param request  the request that asks for it now
 * @param failures how often in a row it was asked for in vain
 * @param notBefore the time before which it is not asked for again
 */
public record StaleList(UserId user, long version, Optional<String> request, long failures, long notBefore) {

    public StaleList {
        Objects.requireNonNull(user);
        Objects.requireNonNull(request);
    }

    public static StaleList of(UserId user) {
        return new StaleList(user, 0, Optional.empty(), 0, 0);
    }

    /** The list has changed once more: whatever failed before, there is news now. */
    public StaleList changedAgain() {
        return new StaleList(user, version + 1, request, 0, 0);
    }

    public StaleList asking(String requestId) {
        return new StaleList(user, version, Optional.of(requestId), failures, notBefore);
    }

    /** The answer came, but the list has changed since the question. */
    public StaleList answeredTooEarly() {
        return new StaleList(user, version, Optional.empty(), 0, 0);
    }

    public StaleList failed(long again) {
        return new StaleList(user, version, Optional.empty(), failures + 1, again);
    }

    @Override
    public String toString() {
        return "StaleList[version " + version + ", " + failures + " failures]";
    }
}
