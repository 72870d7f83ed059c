package chat.pando.channel.ack;

import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.ProtoReader;
import chat.pando.channel.sds.ProtoWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Acknowledgements as bytes and back.
 *
 * <p>For each device its name, six bytes, and its runs from the greatest down: the greatest number; then the length of
 * the run less one, doubled, plus one where there is another run; then how many numbers are left out before that one,
 * less one, and so on. All numbers are integers as Protocol Buffers write them. So a device whose messages were read
 * without a hole takes nine or ten bytes.
 */
public final class AckCodec {

    /** What one message says of one device at most; what is older was said before, or is said by the next one. */
    public static final int MOST_RUNS = 64;
    private static final int MOST_PARTICIPANTS = 4096;

    private AckCodec() {}

    public static Blob encode(Map<Participant, Ranges> acks) {
        ProtoWriter out = new ProtoWriter();
        acks.forEach((participant, ranges) -> {
            if (!ranges.isEmpty()) {
                out.raw(participant.bytes());
                write(ranges.latest(MOST_RUNS).runs(), out);
            }
        });
        return Blob.of(out.toBytes());
    }

    private static void write(List<Ranges.Run> runs, ProtoWriter out) {
        out.varint(runs.get(runs.size() - 1).to());
        for (int i = runs.size() - 1; i >= 0; i--) {
            long more = i > 0 ? 1 : 0;
            out.varint(runs.get(i).length() - 1 << 1 | more);
            if (i > 0) {
                out.varint(runs.get(i).from() - runs.get(i - 1).to() - 2);
            }
        }
    }

    public static Map<Participant, Ranges> decode(Blob bytes) throws MalformedSds {
        Map<Participant, Ranges> acks = new TreeMap<>();
        ProtoReader in = new ProtoReader(bytes.bytes());
        while (in.hasMore()) {
            Participant participant = Participant.of(in.raw(Participant.BYTES));
            if (acks.put(participant, read(in)) != null || acks.size() > MOST_PARTICIPANTS) {
                throw new MalformedSds("a device that is acknowledged twice, or too many of them");
            }
        }
        return acks;
    }

    private static Ranges read(ProtoReader in) throws MalformedSds {
        List<Ranges.Run> runs = new ArrayList<>();
        long to = in.varint();
        boolean more = true;
        while (more) {
            long code = in.varint();
            long from = to - (code >> 1);
            if (from < 1 || to > MessageId.LARGEST || runs.size() == MOST_RUNS) {
                throw new MalformedSds("an acknowledgement of what can't be");
            }
            runs.add(new Ranges.Run(from, to));
            more = (code & 1) != 0;
            to = more ? from - 2 - bounded(in.varint()) : 0;
        }
        Collections.reverse(runs);
        return new Ranges(runs);
    }

    private static long bounded(long gap) {
        return Math.min(gap, MessageId.LARGEST);
    }
}
