package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Span;
import java.util.HashMap;
import java.util.Map;

/**
 * The fields of an Olm or Megolm message by tag: a version byte, then fields of an integer, or of a length and so many
 * bytes, as in Protocol Buffers (Olm specification, "The Olm Message Format").
 *
 * <p>Unknown fields are passed over, so that later senders stay readable. Nothing else is forgiven: no field twice,
 * none truncated, no tag beyond 32 bits, no integer beyond 63 or with needless zeros before it, no other type of field.
 * Libolm reads such integers, vodozemac only where the MAC is that of the shorter form: what one client reads and another
 * doesn't is better read by none.
 */
final class WireFields {

    private static final int TYPE_BITS = 3;
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int SHORT_BITS = 28;
    private static final int LAST_SHIFT = 56;
    private static final long LAST_TAG = 0xffff_ffffL;

    private final Map<Integer, Long> integers = new HashMap<>();
    private final Map<Integer, Span> spans = new HashMap<>();
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
        Long value = integers.get(tag);
        if (value == null) {
            throw missing();
        }
        return value;
    }

    /** @throws CryptoException where the field is missing */
    byte[] bytes(int tag) throws CryptoException {
        return span(tag).of(message);
    }

    /**
     * Where the bytes of a field stand in the message.
     *
     * @throws CryptoException where the field is missing
     */
    Span span(int tag) throws CryptoException {
        Span span = spans.get(tag);
        if (span == null) {
            throw missing();
        }
        return span;
    }

    private void readField() throws CryptoException {
        int tag = readTag();
        if (tag >>> TYPE_BITS == 0) {
            throw new CryptoException("a message with a field without a number");
        }
        boolean repeated;
        switch (tag & (1 << TYPE_BITS) - 1) {
            case VARINT -> repeated = integers.put(tag, readInteger()) != null;
            case BYTES -> repeated = spans.put(tag, readBytes()) != null;
            default -> throw new CryptoException("a message with an unknown type of field");
        }
        if (repeated) {
            throw new CryptoException("a message with a field twice");
        }
    }

    /** Nothing has a number beyond 29 bits (Protocol Buffers, "Field Numbers"), so that a tag fits an int. */
    private int readTag() throws CryptoException {
        long tag = readInteger();
        if (tag > LAST_TAG) {
            throw new CryptoException("a message with a field of an impossible number");
        }
        return (int) tag;
    }

    /** Most integers are short; and JavaScript has no such thing as a long, so that TeaVM's are slow. */
    private long readInteger() throws CryptoException {
        int value = 0;
        for (int shift = 0; shift < SHORT_BITS; shift += 7) {
            byte b = next(shift);
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        return readRest(value);
    }

    private long readRest(long begun) throws CryptoException {
        long value = begun;
        for (int shift = SHORT_BITS; shift <= LAST_SHIFT; shift += 7) {
            byte b = next(shift);
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new CryptoException("a message with an integer that is too large");
    }

    /** The next byte of an integer, whose lowest bit stands for this power of two. */
    private byte next(int shift) throws CryptoException {
        if (position >= end) {
            throw truncated();
        }
        byte b = message[position++];
        if (b == 0 && shift > 0) {
            throw new CryptoException("a message with an integer that is longer than it need be");
        }
        return b;
    }

    private Span readBytes() throws CryptoException {
        long length = readInteger();
        if (length > end - position) {
            throw truncated();
        }
        int from = position;
        position += (int) length;
        return new Span(from, position);
    }

    private static CryptoException truncated() {
        return new CryptoException("a truncated message");
    }

    private static CryptoException missing() {
        return new CryptoException("a message without a field that it needs");
    }
}
