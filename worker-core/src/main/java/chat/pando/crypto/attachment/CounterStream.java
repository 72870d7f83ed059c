package chat.pando.crypto.attachment;

import chat.pando.host.Bytes;
import chat.pando.host.Primitives;
import java.util.Arrays;

/** AES-256-CTR over pieces of any length that follow each other (NIST SP 800-38A, section 6.5). */
final class CounterStream {

    private static final int BLOCK = 16;

    private final Primitives primitives;
    private final AttachmentKey key;
    private long position;

    CounterStream(Primitives primitives, AttachmentKey key) {
        this.primitives = primitives;
        this.key = key;
    }

    long position() {
        return position;
    }

    byte[] next(byte[] piece) {
        int begun = (int) (position % BLOCK);
        byte[] whole = Bytes.concat(new byte[begun], piece);
        byte[] result = primitives.aesCtr(key.key(), counterAt(position / BLOCK), whole);
        position += piece.length;
        return begun == 0 ? result : Arrays.copyOfRange(result, begun, result.length);
    }

    /** The counter of a block: big-endian, all of it counts. */
    private byte[] counterAt(long block) {
        byte[] counter = key.counter().clone();
        long carry = block;
        for (int at = counter.length - 1; at >= 0 && carry != 0; at--) {
            carry += counter[at] & 0xff;
            counter[at] = (byte) carry;
            carry >>>= 8;
        }
        return counter;
    }
}
