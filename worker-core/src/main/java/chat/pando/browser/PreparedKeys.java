package chat.pando.browser;

import chat.pando.host.Clock;
import chat.pando.host.KeyCustody;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Keys of which some pairs are made ahead, while nothing else is to be done: each turn of an Olm ratchet and each new
 * session needs a new X25519 pair, and to make one costs as much as an agreement. A pair is given out once.
 */
final class PreparedKeys implements KeyStorage {

    /** How many pairs lie ready: sessions begun with 256 devices take as many. */
    static final int READY = 512;

    /** While so many are left, more are made only when none was taken for a while: who takes one is busy. */
    static final int ENOUGH = 64;

    /** How many are made in one go, also where none is left; that takes a worker a third of a millisecond. */
    static final int PORTION = 8;

    private static final int PAUSE_MILLIS = 20;

    private final KeyStorage keys;
    private final Clock clock;
    private final Deque<WebKeyPair> ready = new ArrayDeque<>();
    private boolean preparing;
    private boolean wasTaken;

    PreparedKeys(KeyStorage keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public WebKeyPair newPair(KeyKind kind) {
        if (kind != KeyKind.AGREEMENT) {
            return keys.newPair(kind);
        }
        while (ready.isEmpty()) { // other threads go on while this one waits, and may take them all
            ready.addAll(keys.newPairs(KeyKind.AGREEMENT, PORTION));
        }
        WebKeyPair pair = ready.poll();
        wasTaken = true;
        prepareLater();
        return pair;
    }

    /** Many pairs at once are all new: what lies ready is for those who need one now. */
    @Override
    public List<WebKeyPair> newPairs(KeyKind kind, int count) {
        return keys.newPairs(kind, count);
    }

    /** How many pairs lie ready. */
    int ready() {
        return ready.size();
    }

    private void prepareLater() {
        if (!preparing) {
            preparing = true;
            awaitPause();
        }
    }

    private void awaitPause() {
        wasTaken = false;
        clock.after(PAUSE_MILLIS, this::paused);
    }

    private void paused() {
        if (wasTaken && ready.size() >= ENOUGH) {
            awaitPause();
        } else {
            preparePortion();
        }
    }

    private void preparePortion() {
        try {
            ready.addAll(keys.newPairs(KeyKind.AGREEMENT, PORTION));
        } finally {
            preparing = false;
        }
        if (ready.size() < READY) {
            prepareLater();
        }
    }

    @Override
    public Optional<KeyCustody> custody() {
        return keys.custody();
    }

    @Override
    public WebKeyPair pairOf(KeyKind kind, byte[] privateKey) {
        return keys.pairOf(kind, privateKey);
    }

    @Override
    public WebKey newSealingKey() {
        return keys.newSealingKey();
    }

    @Override
    public Optional<CryptoKey> unwrapping() {
        return keys.unwrapping();
    }
}
