package chat.pando.channel.order;

import chat.pando.channel.ack.Participant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A message that others lack and that is here.
 *
 * @param at when it is sent to them
 */
record Asked(long at, Set<Participant> by) {

    Asked {
        by = Collections.unmodifiableSet(new TreeSet<>(by));
    }

    Asked alsoBy(Participant other) {
        Set<Participant> all = new TreeSet<>(by);
        all.add(other);
        return new Asked(at, all);
    }

    Asked without(Participant other) {
        Set<Participant> rest = new TreeSet<>(by);
        rest.remove(other);
        return new Asked(at, rest);
    }
}
