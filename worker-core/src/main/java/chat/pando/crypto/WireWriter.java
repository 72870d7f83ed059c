package chat.pando.crypto;

import java.io.ByteArrayOutputStream;

/** Writes the fields of an Olm or Megolm message; {@link WireFields} is its counterpart. */
final class WireWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Begins with the version of the format. */
    WireWriter(int version) {
        out.write(version);
    }

    WireWriter integer(int tag, long value) {
        out.write(tag);
        varint(value);
        return this;
    }

    WireWriter bytes(int tag, byte[] value) {
        out.write(tag);
        varint(value.length);
        return raw(value);
    }

    /** Appends bytes as they are: what follows the fields. */
    WireWriter raw(byte[] value) {
        out.write(value, 0, value.length);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
