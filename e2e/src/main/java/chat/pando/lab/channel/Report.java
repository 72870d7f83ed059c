package chat.pando.lab.channel;

import chat.pando.lab.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param seed       with which the same is tried again
 * @param homeserver relay, synapse or another's name
 * @param options    the conditions, as options of the command
 * @param clean      whether nothing went wrong that must not
 * @param total      all messages
 * @param senders    those of each client
 * @param gapsTold   how many gaps each client's screen showed at some time
 * @param addedBytes what the channel adds to a message on the wire
 * @param wire       what the line did
 * @param faults     what the cores logged as faults, and how often
 * @param findings   what went wrong, message by message
 * @param replay     the command that tries the same again
 * @param seconds    how long it took
 */
record Report(
        long seed,
        String homeserver,
        String options,
        boolean clean,
        Tally total,
        List<Tally> senders,
        List<Integer> gapsTold,
        Spread addedBytes,
        WireCount wire,
        Map<String, Integer> faults,
        List<String> findings,
        String replay,
        double seconds) implements Verdict {

    /** In a line or two, for a person. */
    String words() {
        Spread times = total.receiptMillis();
        String all = String.format(Locale.ROOT, "seed %d: on %s in %.1f s, %d sent, %d received, %d missing, "
                        + "%d doubled, %d out of order, %d false acknowledgements, %d gaps told, %d failed, "
                        + "receipt p50 %d ms, p95 %d, max %d, bytes added p50 %d, max %d; %d delivered, %d read",
                seed, homeserver, seconds, total.sent(), total.received(), total.missing(), total.doubled(),
                total.outOfOrder(), total.falseAcknowledgements(),
                gapsTold.stream().mapToInt(Integer::intValue).sum(),
                total.failed().values().stream().mapToInt(Integer::intValue).sum(),
                times.p50(), times.p95(), times.max(), addedBytes.p50(), addedBytes.max(),
                total.delivered(), total.read());
        return clean ? all : all + "; again with: " + replay;
    }
}
