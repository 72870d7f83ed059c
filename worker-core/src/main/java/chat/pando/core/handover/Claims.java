package chat.pando.core.handover;

import chat.pando.host.Host;
import chat.pando.host.Locks;
import chat.pando.host.Signal;
import chat.pando.store.Accounts;
import chat.pando.store.StoreException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A core's claims on accounts: each account is written by the core that holds its lock (law 1).
 *
 * <p>A lock that another core holds is waited for, however long that core takes, while it is asked to leave again and
 * again. Only where nobody answers at all, so that its holder must be frozen or hung, the lock is stolen: under a lock
 * for thieves, and only if the account's epoch is still the one whose silence was measured. Whoever opens the account
 * begins another epoch, so no epoch sees two thefts, and a core that has just got an account is given as much time as
 * the one before.
 */
public final class Claims {

    /** Never change with the version: cores of all versions exclude each other by them. */
    private static final String WRITER_LOCK = "pando-core/";

    private static final String THIEF_LOCK = "pando-steal/";

    private static final long ASK_MILLIS = 2_000;

    /**
     * How many asks in a row must stay unanswered. Asks are counted, not time: after a computer has slept, the time that
     * has gone by says nothing.
     */
    private static final int SILENT_ASKS = 15;

    private final Host host;
    private final Accounts accounts;
    private final Succession succession;

    public Claims(Host host, Accounts accounts, Succession succession) {
        this.host = host;
        this.accounts = accounts;
        this.succession = succession;
    }

    /** Whether the accounts that this core can't get belong to a later version, which stays. */
    public boolean refused() {
        return succession.refused();
    }

    /** The lock of an account, if nobody holds it. */
    public Optional<Locks.Held> ifFree(String userId) {
        return host.locks().tryAcquire(WRITER_LOCK + userId);
    }

    /**
     * Waits for the lock of an account, and opens it.
     *
     * @param open takes the lock over
     * @return false where this core can't get accounts any more
     */
    public boolean claim(String userId, Consumer<Locks.Held> open) {
        Optional<Locks.Held> free = ifFree(userId);
        if (free.isPresent()) {
            open.accept(free.get());
            return true;
        }
        Wait wait = new Wait();
        host.tasks().start("pando-lock", () -> wait.granted(host.locks().acquire(WRITER_LOCK + userId)));
        succession.wakeWhenOver(wait.wake);
        try {
            return await(userId, wait, open);
        } finally {
            succession.forget(wait.wake);
            wait.end().ifPresent(Locks.Held::close);
        }
    }

    private boolean await(String userId, Wait wait, Consumer<Locks.Held> open) {
        Silence silence = new Silence();
        while (!succession.over()) {
            long heard = succession.answers();
            succession.ask();
            wait.wake.await(host.clock(), ASK_MILLIS);
            Optional<Locks.Held> granted = wait.take();
            if (granted.isPresent()) {
                open.accept(granted.get());
                return true;
            }
            silence.after(userId, succession.answers() > heard);
            if (silence.isLong()) {
                if (steal(userId, silence.epoch, wait, open)) {
                    return true;
                }
                silence = new Silence();
            }
        }
        return false;
    }

    /** Takes the account from a holder that gives no sign of life, unless somebody else has done so meanwhile. */
    private boolean steal(String userId, OptionalLong measured, Wait wait, Consumer<Locks.Held> open) {
        Optional<Locks.Held> turn = host.locks().tryAcquire(THIEF_LOCK + userId);
        if (turn.isEmpty()) {
            return false;
        }
        try (Locks.Held thief = turn.get()) {
            if (!epoch(userId).equals(measured)) {
                return false;
            }
            host.log().warn("took an account from a core that gives no sign of life");
            open.accept(wait.end().orElseGet(() -> host.locks().steal(WRITER_LOCK + userId)));
            return true;
        }
    }

    private OptionalLong epoch(String userId) {
        try {
            return OptionalLong.of(accounts.epoch(userId));
        } catch (StoreException unreadable) {
            host.log().warn("an account's epoch could not be read: " + unreadable.getMessage());
            return OptionalLong.empty();
        }
    }

    /** For how many asks nobody has answered, and which epoch the account was in when that began. */
    private final class Silence {

        private int asks;
        private OptionalLong epoch = OptionalLong.empty();

        void after(String userId, boolean answered) {
            if (answered) {
                asks = 0;
                return;
            }
            if (asks == 0) {
                epoch = epoch(userId);
            }
            asks = epoch.isPresent() ? asks + 1 : 0;
        }

        boolean isLong() {
            return asks >= SILENT_ASKS;
        }
    }

    /** One account's wait for its lock. */
    private static final class Wait {

        private final Signal wake = new Signal();
        private Optional<Locks.Held> held = Optional.empty();
        private boolean over;

        void granted(Locks.Held lock) {
            synchronized (this) {
                if (!over) {
                    held = Optional.of(lock);
                    wake.raise();
                    return;
                }
            }
            lock.close();
        }

        /** The lock, once it was granted; from then on it is the caller's. */
        synchronized Optional<Locks.Held> take() {
            Optional<Locks.Held> taken = held;
            held = Optional.empty();
            over = over || taken.isPresent();
            return taken;
        }

        /** Waits no longer. What was granted and not taken is the caller's; what is granted later is given back. */
        synchronized Optional<Locks.Held> end() {
            over = true;
            return take();
        }
    }
}
