package chat.pando.channel.sds;

import chat.pando.json.Utf8;
import java.io.ByteArrayOutputStream;

/** Writes fields as Protocol Buffers do ("Encoding"); {@link ProtoReader} is its counterpart. */
public final class ProtoWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public ProtoWriter integer(int field, long value) {
        return varint((long) field << ProtoReader.TYPE_BITS | ProtoReader.VARINT).varint(value);
    }

    public ProtoWriter bytes(int field, byte[] value) {
        return varint((long) field << ProtoReader.TYPE_BITS | ProtoReader.BYTES).varint(value.length).raw(value);
    }

    /** Leaves out what is empty, as that is what a missing field means. */
    ProtoWriter bytes(int field, Blob value) {
        return value.isEmpty() ? this : bytes(field, value.bytes());
    }

    /** Leaves out what is empty, as that is what a missing field means. */
    ProtoWriter text(int field, String value) {
        return value.isEmpty() ? this : bytes(field, Utf8.encode(value));
    }

    /** An integer without a field around it. */
    public ProtoWriter varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    /** Bytes as they are. */
    public ProtoWriter raw(byte[] value) {
        out.write(value, 0, value.length);
        return this;
    }

    public int size() {
        return out.size();
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }
}
