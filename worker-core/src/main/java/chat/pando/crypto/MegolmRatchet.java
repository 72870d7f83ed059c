package chat.pando.crypto;

import chat.pando.host.Primitives;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Megolm's ratchet at one index: four parts, of which the i-th changes every 2^(8·(3−i)) messages, so that any later
 * index is reached in at most 1,020 hashes (Megolm specification, "The Megolm ratchet algorithm").
 *
 * @param index between 0 and 2³² − 1
 */
record MegolmRatchet(byte[] data, long index) {

    static final int LENGTH = 128;
    static final long LAST_INDEX = 0xffff_ffffL;

    private static final int PARTS = 4;
    private static final int PART_LENGTH = LENGTH / PARTS;

    /** The seeds from which a part derives itself and those after it. */
    private static final List<byte[]> SEEDS = List.of(new byte[] {0}, new byte[] {1}, new byte[] {2}, new byte[] {3});

    MegolmRatchet next(Primitives primitives) {
        return advanceTo(primitives, index + 1 & LAST_INDEX);
    }

    /** The ratchet at a later index; an earlier one is reached by going round the end, which no honest session does. */
    MegolmRatchet advanceTo(Primitives primitives, long target) {
        List<byte[]> parts = parts();
        long here = index;
        for (int part = 0; part < PARTS; part++) {
            int shift = (PARTS - 1 - part) * 8;
            int steps = (int) ((target >> shift) - (here >> shift) & 0xff);
            if (steps == 0 && target < here) {
                steps = 0x100;
            }
            if (steps > 0) {
                turn(primitives, parts, part, steps);
                here = target >> shift << shift;
            }
        }
        return new MegolmRatchet(Bytes.concat(parts.toArray(new byte[0][])), target);
    }

    /** Hashes one part so many times; the last time, the parts after it are derived anew from it as well. */
    private static void turn(Primitives primitives, List<byte[]> parts, int part, int steps) {
        byte[] key = parts.get(part);
        for (int step = 1; step < steps; step++) {
            key = primitives.hmacSha256(key, SEEDS.get(part));
        }
        List<byte[]> derived = primitives.hmacSha256(key, SEEDS.subList(part, PARTS));
        for (int i = part; i < PARTS; i++) {
            parts.set(i, derived.get(i - part));
        }
    }

    private List<byte[]> parts() {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < LENGTH; from += PART_LENGTH) {
            parts.add(Arrays.copyOfRange(data, from, from + PART_LENGTH));
        }
        return parts;
    }
}
