package chat.pando.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the specification lets one receiver decrypt, told from the numbers of chains and indices alone: 5 chains, 40
 * skipped messages, and 2,000 ahead.
 */
final class Expectation {

    private static final int CHAINS = 5;
    private static final int SKIPPED = 40;
    private static final long AHEAD = 2000;

    private final Map<Integer, Chain> chains = new LinkedHashMap<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final boolean oneStore;
    private int newestChain = -1;

    private Expectation(boolean oneStore) {
        this.oneStore = oneStore;
    }

    /** The keys of 40 skipped messages are kept for each chain. */
    static Expectation ofStoresForEachChain() {
        return new Expectation(false);
    }

    /** The keys of 40 skipped messages are kept, of whatever chain, as libolm does. */
    static Expectation ofOneStoreForAllChains() {
        return new Expectation(true);
    }

    private static final class Chain {

        private final int number;
        private long next;

        Chain(int number) {
            this.number = number;
        }
    }

    /** A message that has not come yet. */
    private record Skipped(int chain, long index) {}

    /** Whether a message is decrypted now; where it is, it is so only once. */
    boolean receives(int chain, long index) {
        if (chain > newestChain && index <= AHEAD) {
            newestChain = chain;
            chains.put(chain, new Chain(chain));
            if (chains.size() > CHAINS) {
                chains.remove(chains.keySet().iterator().next());
            }
        }
        Chain known = chains.get(chain);
        return known != null && receives(known, index);
    }

    /** Whether a message with this chain's number would turn the receiver's ratchet. */
    int newestChain() {
        return newestChain;
    }

    private boolean receives(Chain chain, long index) {
        if (index < chain.next) {
            return skipped.remove(new Skipped(chain.number, index));
        }
        if (index - chain.next > AHEAD) {
            return false;
        }
        for (long overtaken = chain.next; overtaken < index; overtaken++) {
            skip(new Skipped(chain.number, overtaken));
        }
        chain.next = index + 1;
        return true;
    }

    private void skip(Skipped message) {
        skipped.add(message);
        List<Skipped> rivals = skipped.stream()
                .filter(other -> oneStore || other.chain() == message.chain())
                .toList();
        if (rivals.size() > SKIPPED) {
            skipped.remove(rivals.get(0));
        }
    }
}
