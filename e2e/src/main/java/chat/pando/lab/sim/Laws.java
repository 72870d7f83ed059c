package chat.pando.lab.sim;

import chat.pando.lab.walk.Counts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was broken in a run, and how often. */
public final class Laws {

    private static final int NAMED = 20;

    /** What is counted; each must stay zero. */
    public enum Law {
        DUPLICATE_ONE_TIME_KEY,
        IDENTITY_REUSED,
        MEGOLM_INDEX_REUSED,
        SESSION_WEDGED,
        MESSAGE_LOST,
        MESSAGE_DOUBLED,
        MESSAGE_MISPLACED,
        UNDECRYPTABLE,
        COMMAND_NEVER_SETTLED,
        TWO_WRITERS,
        LEFT_BEFORE_DURABLE,
        BYTES_CHANGED_ON_RETRY,
        TWO_SYNCS,
        POSITION_NOT_DURABLE,
        FAULT_OF_THE_CORE,
        NEVER_AT_REST
    }

    private final Map<Law, Integer> counts = new EnumMap<>(Law.class);
    private final List<String> broken = new ArrayList<>();
    private String when = "";

    /** Where the walk stands, for the words about what is broken from now on. */
    public void at(String step) {
        when = step;
    }

    public void broken(Law law, String words) {
        counts.merge(law, 1, Integer::sum);
        if (broken.size() < NAMED) {
            broken.add(law + " " + when + ": " + words);
        }
    }

    private int count(Law law) {
        return counts.getOrDefault(law, 0);
    }

    Counts counts() {
        return new Counts(
                count(Law.DUPLICATE_ONE_TIME_KEY),
                count(Law.MEGOLM_INDEX_REUSED),
                count(Law.SESSION_WEDGED),
                count(Law.MESSAGE_LOST),
                count(Law.MESSAGE_DOUBLED),
                count(Law.UNDECRYPTABLE),
                count(Law.COMMAND_NEVER_SETTLED),
                count(Law.FAULT_OF_THE_CORE));
    }

    public List<String> broken() {
        return List.copyOf(broken);
    }
}
