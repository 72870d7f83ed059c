package chat.pando.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the specification lets one receiver decrypt, told from the numbers of chains and indices alone: 5 chains, 40
 * skipped messages in each, and 2,000 ahead.
 */
final class Expectation {

    private static final int CHAINS = 5;
    private static final int SKIPPED = 40;
    private static final long AHEAD = 2000;

    private final Map<Integer, Chain> chains = new LinkedHashMap<>();
    private int newestChain = -1;

    private static final class Chain {

        private long next;
        private final List<Long> skipped = new ArrayList<>();
    }

    /** Whether a message is decrypted now; where it is, it is so only once. */
    boolean receives(int chain, long index) {
        if (chain > newestChain && index <= AHEAD) {
            newestChain = chain;
            chains.put(chain, new Chain());
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

    private static boolean receives(Chain chain, long index) {
        if (index < chain.next) {
            return chain.skipped.remove((Long) index);
        }
        if (index - chain.next > AHEAD) {
            return false;
        }
        for (long skipped = chain.next; skipped < index; skipped++) {
            chain.skipped.add(skipped);
        }
        while (chain.skipped.size() > SKIPPED) {
            chain.skipped.remove(0);
        }
        chain.next = index + 1;
        return true;
    }
}
