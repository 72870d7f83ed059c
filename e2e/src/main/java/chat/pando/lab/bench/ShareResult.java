package chat.pando.lab.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * What came of {@code bench share}, in ms.
 *
 * @param machine what it ran on
 * @param rounds  how often each has shared a room key
 * @param devices with how many devices
 */
public record ShareResult(Machine machine, int rounds, int devices, Spread pando, Spread olmMachine) implements Tabled {

    /** The part of OlmMachine's time that Pando is to need at most. */
    private static final double AIM = 1.0 / 3;

    @JsonProperty
    double ratio() {
        return pando.median() / olmMachine.median();
    }

    @JsonProperty
    double ratioOfFastest() {
        return pando.least() / olmMachine.least();
    }

    @JsonProperty
    double aim() {
        return AIM;
    }

    /** As Markdown: each time is a median and, in brackets, the least and what 19 of 20 stay below. */
    @Override
    public String table() {
        return String.format(Locale.ROOT, """
                | ms | Pando | OlmMachine | Pando's time / OlmMachine's (of the fastest) | aim |
                |---|---|---|---|---|
                | sessions with %d devices, and the room key for each | %s | %s | %.2f (%.2f) | %.2f |

                %s; %d rounds
                """, devices, words(pando), words(olmMachine), ratio(), ratioOfFastest(), AIM, machine.words(),
                rounds);
    }

    private static String words(Spread millis) {
        return String.format(Locale.ROOT, "%.0f (%.0f\u2013%.0f)", millis.median(), millis.least(), millis.p95());
    }
}
