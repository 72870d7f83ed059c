package chat.pando.channel.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is there of a transfer: which parts, in whatever order they came, and how large they are.
 *
 * @param sizes the bytes of each part that is there, by its index
 */
public record Received(Transfer transfer, Map<Integer, Integer> sizes) {

    public Received {
        sizes = Map.copyOf(sizes);
    }

    public static Received nothingOf(Transfer transfer) {
        return new Received(transfer, Map.of());
    }

    /**
     * Whether a part can be taken: it says of the transfer what the others say, is not there yet, and leaves room for
     * those that are missing.
     */
    public boolean accepts(Part part) {
        return part.isSound()
                && part.transfer().equals(transfer)
                && !has(part.index())
                && bytes() + part.bytes() + missingBut(part) <= transfer.length();
    }

    /** With a part that it accepts. */
    public Received with(Part part) {
        if (!accepts(part)) {
            throw new IllegalArgumentException("a part that does not belong here");
        }
        Map<Integer, Integer> all = new TreeMap<>(sizes);
        all.put(part.index(), part.bytes());
        return new Received(transfer, all);
    }

    public boolean has(int index) {
        return sizes.containsKey(index);
    }

    public int present() {
        return sizes.size();
    }

    public boolean isComplete() {
        return sizes.size() == transfer.count();
    }

    /** The indices of the parts that are missing, in order: each can be asked for by itself. */
    public List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        for (int index = 0; index < transfer.count(); index++) {
            if (!has(index)) {
                missing.add(index);
            }
        }
        return missing;
    }

    /** How many bytes of the text are there. */
    public int bytes() {
        return sizes.values().stream().mapToInt(size -> size).sum();
    }

    /** Each part that is missing besides this one takes a byte at least. */
    private int missingBut(Part part) {
        return transfer.count() - sizes.size() - 1;
    }

    @Override
    public String toString() {
        return "Received[" + sizes.size() + " of " + transfer.count() + "]";
    }
}
