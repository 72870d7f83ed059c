package chat.pando.crypto;

import chat.pando.host.CryptoException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The fields of an Olm or Megolm message by tag: a version byte, then fields of an integer, or of a length and so many
 * bytes, as in Protocol Buffers (Olm specification, "The Olm Message Format").
 *
 * <p>Unknown fields are passed over, so that later senders stay readable. Nothing else is forgiven: no field twice,
 * none truncated, no integer beyond 63 bits, no other type of field.
 */
final class WireFields {

    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int LAST_SHIFT = 56;

    private final Map<Long, Long> integers = new HashMap<>();
    private final Map<Long, byte[]> byteFields = new HashMap<>();
    private final byte[] message;
    private final int end;
    private int position = 1;

    private WireFields(byte[] message, int end) {
        this.message = message;
        this.end = end;
    }

    /** Reads the message up to {@code end}, where what is no field begins. */
    static WireFields parse(int version, byte[] message, int end) throws CryptoException {
        if (message.length == 0 || end < 1) {
            throw truncated();
        }
        if (message[0] != version) {
            throw new CryptoException("a message of an unknown version");
        }
        WireFields fields = new WireFields(message, end);
        while (fields.position < end) {
            fields.readField();
        }
        return fields;
    }

    /** @throws CryptoException where the field is missing */
    long integer(int tag) throws CryptoException {
        Long value = integers.get((long) tag);
        if (value == null) {
            throw missing();
        }
        return value;
    }

    /** @throws CryptoException where the field is missing */
    byte[] bytes(int tag) throws CryptoException {
        byte[] value = byteFields.get((long) tag);
        if (value == null) {
            throw missing();
        }
        return value;
    }

    private void readField() throws CryptoException {
        long tag = readInteger();
        boolean repeated;
        switch ((int) (tag & 7)) {
            case VARINT -> repeated = integers.put(tag, readInteger()) != null;
            case BYTES -> repeated = byteFields.put(tag, readBytes()) != null;
            default -> throw new CryptoException("a message with an unknown type of field");
        }
        if (repeated) {
            throw new CryptoException("a message with a field twice");
        }
    }

    private long readInteger() throws CryptoException {
        long value = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
            if (position >= end) {
                throw truncated();
            }
            byte b = message[position++];
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new CryptoException("a message with an integer that is too large");
    }

    private byte[] readBytes() throws CryptoException {
        long length = readInteger();
        if (length > end - position) {
            throw truncated();
        }
        int from = position;
        position += (int) length;
        return Arrays.copyOfRange(message, from, position);
    }

    private static CryptoException truncated() {
        return new CryptoException("a truncated message");
    }

    private static CryptoException missing() {
        return new CryptoException("a message without a field that it needs");
    }
}
