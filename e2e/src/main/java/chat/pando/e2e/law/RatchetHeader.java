package chat.pando.e2e.law;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The open part of an Olm or Megolm message: a version byte, then fields, each a tag and an integer or a length and
 * bytes (spec of Olm, "Message format"). What comes behind the last field, the authentication code, is passed over.
 */
final class RatchetHeader {

    private static final int VERSION = 3;

    private final byte[] message;
    private final Map<Integer, Long> numbers = new HashMap<>();
    private final Map<Integer, byte[]> strings = new HashMap<>();
    private int at = 1;

    private RatchetHeader(byte[] message, int last) {
        this.message = message;
        if (message.length == 0 || message[0] != VERSION) {
            throw new IllegalArgumentException("Not a message of version " + VERSION);
        }
        while (!strings.containsKey(last)) {
            readField();
        }
    }

    /** @param last the tag of the field that comes last */
    static RatchetHeader of(String unpaddedBase64, int last) {
        return new RatchetHeader(Base64.getDecoder().decode(unpaddedBase64), last);
    }

    /** The message that a field of this one carries. */
    RatchetHeader inner(int tag, int last) {
        return new RatchetHeader(required(strings.get(tag), tag), last);
    }

    long number(int tag) {
        return numbers.getOrDefault(tag, 0L);
    }

    String bytes(int tag) {
        return Base64.getEncoder().withoutPadding().encodeToString(required(strings.get(tag), tag));
    }

    /** All of it, authentication code included. */
    @Override
    public String toString() {
        return Base64.getEncoder().withoutPadding().encodeToString(message);
    }

    private static byte[] required(byte[] field, int tag) {
        if (field == null) {
            throw new IllegalArgumentException("The field " + tag + " is missing");
        }
        return field;
    }

    private void readField() {
        int tag = (int) varint();
        long value = varint();
        if ((tag & 7) == 0) {
            numbers.put(tag, value);
        } else if (value <= message.length - at) {
            strings.put(tag, Arrays.copyOfRange(message, at, at + (int) value));
            at += (int) value;
        } else {
            throw new IllegalArgumentException("The field " + tag + " is longer than the message");
        }
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; at < message.length && shift < 64; shift += 7) {
            int octet = message[at++];
            value |= (long) (octet & 0x7F) << shift;
            if (octet >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("The message ends within a field");
    }
}
