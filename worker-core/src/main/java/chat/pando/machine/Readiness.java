package chat.pando.machine;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Whether a message for a room can be encrypted now. */
public sealed interface Readiness {

    /** Every device that is entitled to the room key and can be reached has it. */
    record Ready() implements Readiness {}

    /**
     * Requests must be answered first.
     *
     * @param requests ids of {@link OutgoingRequest}s; ask again when any of them is answered or refused
     */
    record NotYet(Set<String> requests) implements Readiness {

        public NotYet {
            requests = Collections.unmodifiableSet(new LinkedHashSet<>(requests));
        }
    }
}
