package chat.pando.machine;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What became of letters, once the draft is committed.
 *
 * @param requests the ids of the {@link OutgoingRequest}s that carry them
 * @param waiting  devices whose letters wait for an Olm session, which is being begun
 * @param leftOut  devices that got none: they aren't in their user's list, are this very one, or can't be reached and
 *                 the letter was for now or never; or the letter is too long
 */
public record Mailed(Set<String> requests, Set<DeviceName> waiting, Set<DeviceName> leftOut) {

    public Mailed {
        requests = Collections.unmodifiableSet(new LinkedHashSet<>(requests));
        waiting = Collections.unmodifiableSet(new LinkedHashSet<>(waiting));
        leftOut = Collections.unmodifiableSet(new LinkedHashSet<>(leftOut));
    }

    /** How many. */
    @Override
    public String toString() {
        return "Mailed[" + requests.size() + " requests, " + waiting.size() + " waiting, " + leftOut.size() + " left out]";
    }
}
