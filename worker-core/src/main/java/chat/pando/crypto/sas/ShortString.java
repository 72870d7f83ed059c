package chat.pando.crypto.sas;

import java.util.ArrayList;
import java.util.List;

/**
 * What two people compare: seven emoji, or three numbers (spec, "SAS method: decimal", "SAS method: emoji"). The
 * numbers' five bytes are the first of the emoji's six.
 */
public final class ShortString {

    static final int LENGTH = 6;

    private static final int EMOJI = 7;
    private static final int EMOJI_BITS = 6;
    private static final int NUMBERS = 3;
    private static final int NUMBER_BITS = 13;
    private static final int SMALLEST_NUMBER = 1_000;

    private final long bits;

    ShortString(byte[] bytes) {
        long all = 0;
        for (byte b : bytes) {
            all = all << 8 | b & 0xff;
        }
        bits = all;
    }

    public List<SasEmoji> emoji() {
        List<SasEmoji> emoji = new ArrayList<>(EMOJI);
        for (int i = 0; i < EMOJI; i++) {
            emoji.add(SasEmoji.numbered(group(i, EMOJI_BITS)));
        }
        return emoji;
    }

    /** Three numbers between 1,000 and 9,191. */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>(NUMBERS);
        for (int i = 0; i < NUMBERS; i++) {
            numbers.add(group(i, NUMBER_BITS) + SMALLEST_NUMBER);
        }
        return numbers;
    }

    private int group(int index, int size) {
        return (int) (bits >> LENGTH * 8 - (index + 1) * size & (1 << size) - 1);
    }
}
