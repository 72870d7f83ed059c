package chat.pando.channel.sds;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Messages of SDS as bytes and back (SDS specification, "Wire protocol"). What is too large, too many or malformed is
 * refused; unknown fields are passed over.
 */
public final class SdsCodec {

    private static final int SENDER = 1;
    private static final int ID = 2;
    private static final int CHANNEL = 3;
    private static final int LAMPORT = 10;
    private static final int HISTORY = 11;
    private static final int BLOOM = 12;
    private static final int REQUESTS = 13;
    private static final int CONTENT = 20;
    /** Far from what the specification may still use. */
    private static final int ACKS = 1001;

    private static final int ENTRY_ID = 1;
    private static final int ENTRY_HINT = 2;
    private static final int ENTRY_SENDER = 3;

    /** No message is longer; the largest by far is one with a bloom filter, of 18,752 bytes. */
    public static final int MOST_BYTES = 256 * 1024;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_ENTRIES = 64;
    private static final int LONGEST_ENTRY = 1024;

    private SdsCodec() {}

    public static byte[] encode(SdsMessage message) {
        ProtoWriter out = new ProtoWriter()
                .text(SENDER, message.sender())
                .text(ID, message.id())
                .text(CHANNEL, message.channel());
        message.lamport().ifPresent(time -> out.integer(LAMPORT, time));
        message.history().forEach(entry -> out.bytes(HISTORY, encode(entry)));
        out.bytes(BLOOM, message.bloom());
        message.requests().forEach(entry -> out.bytes(REQUESTS, encode(entry)));
        return out.bytes(CONTENT, message.content()).bytes(ACKS, message.acks()).toBytes();
    }

    private static byte[] encode(HistoryEntry entry) {
        return new ProtoWriter()
                .text(ENTRY_ID, entry.id())
                .bytes(ENTRY_HINT, entry.hint())
                .text(ENTRY_SENDER, entry.sender())
                .toBytes();
    }

    public static SdsMessage decode(byte[] bytes) throws MalformedSds {
        if (bytes.length > MOST_BYTES) {
            throw new MalformedSds("it is too long");
        }
        Fields fields = new Fields();
        ProtoReader in = new ProtoReader(bytes);
        while (in.hasMore()) {
            fields.read(in);
        }
        return fields.message();
    }

    /** What was read so far. Of a field that comes twice the last one counts, as in Protocol Buffers. */
    private static final class Fields {

        private String sender = "";
        private String id = "";
        private String channel = "";
        private OptionalLong lamport = OptionalLong.empty();
        private final List<HistoryEntry> history = new ArrayList<>();
        private Blob bloom = Blob.EMPTY;
        private final List<HistoryEntry> requests = new ArrayList<>();
        private Blob content = Blob.EMPTY;
        private Blob acks = Blob.EMPTY;

        void read(ProtoReader in) throws MalformedSds {
            switch (in.field()) {
                case SENDER -> sender = in.text(LONGEST_NAME);
                case ID -> id = in.text(LONGEST_NAME);
                case CHANNEL -> channel = in.text(LONGEST_NAME);
                case LAMPORT -> lamport = OptionalLong.of(in.integer());
                case HISTORY -> add(history, in);
                case BLOOM -> bloom = Blob.of(in.bytes(MOST_BYTES));
                case REQUESTS -> add(requests, in);
                case CONTENT -> content = Blob.of(in.bytes(MOST_BYTES));
                case ACKS -> acks = Blob.of(in.bytes(MOST_BYTES));
                default -> in.skip();
            }
        }

        SdsMessage message() {
            return new SdsMessage(sender, id, channel, lamport, history, bloom, requests, content, acks);
        }
    }

    private static void add(List<HistoryEntry> entries, ProtoReader in) throws MalformedSds {
        if (entries.size() == MOST_ENTRIES) {
            throw new MalformedSds("too many entries");
        }
        entries.add(entry(in.message(LONGEST_ENTRY)));
    }

    private static HistoryEntry entry(ProtoReader in) throws MalformedSds {
        String id = "";
        Blob hint = Blob.EMPTY;
        String sender = "";
        while (in.hasMore()) {
            switch (in.field()) {
                case ENTRY_ID -> id = in.text(LONGEST_NAME);
                case ENTRY_HINT -> hint = Blob.of(in.bytes(LONGEST_NAME));
                case ENTRY_SENDER -> sender = in.text(LONGEST_NAME);
                default -> in.skip();
            }
        }
        return new HistoryEntry(id, hint, sender);
    }
}
