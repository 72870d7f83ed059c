package chat.pando.crypto;

import chat.pando.host.Bytes;
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

    /** This ratchet, and as many as are asked for of those that follow on it. */
    List<MegolmRatchet> ahead(Primitives primitives, int count) {
        long last = index + count;
        List<MegolmRatchet> ratchets = new ArrayList<>(upTo(primitives, Math.min(last, endOfTurn())));
        while (ratchets.size() <= count) {
            MegolmRatchet turned = ratchets.get(ratchets.size() - 1).next(primitives);
            ratchets.addAll(turned.upTo(primitives, Math.min(last, turned.endOfTurn())));
        }
        return ratchets;
    }

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

    /** The last index before the parts above the last one turn. */
    long endOfTurn() {
        return index | 0xff;
    }

    /** The ratchets from this one to a later index, up to {@link #endOfTurn}, both inclusive. */
    List<MegolmRatchet> upTo(Primitives primitives, long last) {
        byte[] lastPart = Arrays.copyOfRange(data, LENGTH - PART_LENGTH, LENGTH);
        List<MegolmRatchet> ratchets = new ArrayList<>();
        ratchets.add(this);
        for (byte[] part : primitives.hmacSha256Chain(lastPart, SEEDS.get(PARTS - 1), (int) (last - index))) {
            byte[] turned = data.clone();
            System.arraycopy(part, 0, turned, LENGTH - PART_LENGTH, PART_LENGTH);
            ratchets.add(new MegolmRatchet(turned, index + ratchets.size()));
        }
        return ratchets;
    }

    /** Hashes one part so many times; the last time, the parts after it are derived anew from it as well. */
    private static void turn(Primitives primitives, List<byte[]> parts, int part, int steps) {
        List<byte[]> passed = primitives.hmacSha256Chain(parts.get(part), SEEDS.get(part), steps - 1);
        byte[] key = steps > 1 ? passed.get(steps - 2) : parts.get(part);
        List<byte[]> derived = primitives.hmacSha256(key, SEEDS.subList(part, PARTS));
        Bytes.wipe(passed.toArray(new byte[0][]));
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
