package chat.pando.channel.order;

import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A message that waits for its causes.
 *
 * @param causes by the devices that sent them
 * @param since  when it came
 */
record Parked(LogEntry entry, Map<Participant, Ranges> causes, long since) {

    Parked {
        causes = Collections.unmodifiableMap(new TreeMap<>(causes));
    }
}
