package chat.pando.crypto;

import java.io.ByteArrayOutputStream;

/**
 * Writes the fields of an Olm or Megolm message; {@link WireFields} is its counterpart (Olm specification, "The Olm
 * Message Format"; Megolm specification, "Message format").
 */
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
        return announce(tag, value.length).raw(value);
    }

    /** Begins a field of so many bytes, which will stand right after this. */
    WireWriter announce(int tag, int length) {
        out.write(tag);
        varint(length);
        return this;
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
        while (rest > Integer.MAX_VALUE) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        varint((int) rest);
    }

    /** Almost all are short; and JavaScript has no such thing as a long, so that TeaVM's are slow. */
    private void varint(int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
