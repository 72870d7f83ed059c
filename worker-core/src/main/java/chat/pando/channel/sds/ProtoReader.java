package chat.pando.channel.sds;

import chat.pando.json.Utf8;
import java.util.Arrays;

/**
 * Reads fields as Protocol Buffers write them ("Encoding"), from its first byte to its last.
 *
 * <p>Integers have at most 63 bits and no needless zeros, lengths stay inside, groups don't exist: so each value has one
 * spelling. What is refused here, no writer of Protocol Buffers writes.
 */
public final class ProtoReader {

    static final int TYPE_BITS = 3;
    static final int VARINT = 0;
    static final int BYTES = 2;
    private static final int EIGHT_BYTES = 1;
    private static final int FOUR_BYTES = 5;
    private static final int LAST_SHIFT = 56;
    private static final long MOST_FIELDS = 1L << 29;

    private final byte[] bytes;
    private final int end;
    private int position;
    private int type;

    private ProtoReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    public ProtoReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public boolean hasMore() {
        return position < end;
    }

    /** The number of the field that begins here. Its value has to be read or skipped next. */
    int field() throws MalformedSds {
        long tag = varint();
        long field = tag >> TYPE_BITS;
        if (field == 0 || field >= MOST_FIELDS) {
            throw new MalformedSds("a field of an impossible number");
        }
        type = (int) (tag & (1 << TYPE_BITS) - 1);
        return (int) field;
    }

    long integer() throws MalformedSds {
        expect(VARINT);
        return varint();
    }

    /** @param most how many bytes there may be */
    byte[] bytes(int most) throws MalformedSds {
        int length = length(most);
        return raw(length);
    }

    String text(int most) throws MalformedSds {
        byte[] encoded = bytes(most);
        String text = Utf8.decode(encoded);
        if (!Arrays.equals(encoded, Utf8.encode(text))) {
            throw new MalformedSds("text that is no UTF-8");
        }
        return text;
    }

    /** The message that this field is. */
    ProtoReader message(int most) throws MalformedSds {
        int length = length(most);
        position += length;
        return new ProtoReader(bytes, position - length, position);
    }

    void skip() throws MalformedSds {
        switch (type) {
            case VARINT -> varint();
            case BYTES -> message(Integer.MAX_VALUE);
            case EIGHT_BYTES -> raw(Long.BYTES);
            case FOUR_BYTES -> raw(Integer.BYTES);
            default -> throw new MalformedSds("a field of an unknown type");
        }
    }

    /** An integer without a field around it. */
    public long varint() throws MalformedSds {
        long value = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
            byte b = raw(1)[0];
            value |= (b & 0x7fL) << shift;
            if (b == 0 && shift > 0) {
                throw new MalformedSds("an integer that is longer than it need be");
            }
            if (b >= 0) {
                return value;
            }
        }
        throw new MalformedSds("an integer that is too large");
    }

    /** The next bytes, as they are. */
    public byte[] raw(int count) throws MalformedSds {
        if (count > end - position) {
            throw new MalformedSds("it is truncated");
        }
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    private int length(int most) throws MalformedSds {
        expect(BYTES);
        long length = varint();
        if (length > end - position) {
            throw new MalformedSds("it is truncated");
        }
        if (length > most) {
            throw new MalformedSds("a field that is too long");
        }
        return (int) length;
    }

    private void expect(int expected) throws MalformedSds {
        if (type != expected) {
            throw new MalformedSds("a field of another type than it has to be");
        }
    }
}
