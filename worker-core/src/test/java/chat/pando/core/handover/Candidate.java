package chat.pando.core.handover;

import chat.pando.core.handover.Succession.Listener;
import chat.pando.host.Broadcasts;
import chat.pando.host.Host;
import chat.pando.host.Locks;
import chat.pando.host.Log;
import chat.pando.host.Network;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import chat.pando.jvm.JvmNetwork;
import chat.pando.jvm.JvmTasks;
import chat.pando.jvm.ManualClock;
import chat.pando.jvm.NanoJson;
import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** As much of a core as wants an account: with a clock of its own, which stands still until a test moves it. */
final class Candidate implements Listener {

    static final AccountEntry ENTRY = new AccountEntry("@alice:example", "https://example", 1);
    private static final String LOCK = "pando-core/" + ENTRY.userId();
    private static final long ASK_MILLIS = 2_000;
    private static final long PATIENCE_MILLIS = 20_000;
    private static final Network NETWORK = new JvmNetwork();

    private final Locks locks;
    private final Accounts accounts;
    private final ManualClock clock;
    private final Host host;
    private final Succession succession;
    private final Claims claims;
    private final List<String> events = new ArrayList<>();

    Candidate(String instance, Version version, long now, Locks locks, Broadcasts broadcasts, Accounts accounts) {
        this.locks = locks;
        this.accounts = accounts;
        this.clock = new ManualClock(now);
        this.host = new Host(
                clock,
                new JvmEntropy(),
                new JcaPrimitives(),
                (request, abort) -> {
                    throw new IllegalStateException("a candidate has no network");
                },
                NETWORK,
                locks,
                broadcasts,
                new NanoJson(),
                new JvmTasks(),
                new Quiet());
        this.succession = new Succession(host, instance, version, this);
        this.claims = new Claims(host, accounts, succession);
    }

    /** Logs nothing: what is logged is no part of what is promised. */
    private record Quiet() implements Log {

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}
    }

    Candidate begin() {
        succession.begin();
        return this;
    }

    Succession succession() {
        return succession;
    }

    /** Takes the account's lock, and notes when it is robbed of it. */
    Locks.Held hold() {
        Locks.Held lock = locks.acquire(LOCK);
        lock.onLost(() -> note("robbed"));
        return lock;
    }

    /** Claims the account on a thread of its own, and opens it. */
    Candidate claim() {
        host.tasks().start("claim", () -> {
            boolean claimed = claims.claim(ENTRY.userId(), lock -> {
                accounts.open(ENTRY).close();
                note("opened");
            });
            note(claimed ? "claimed" : "gave up");
        });
        return this;
    }

    /** Waits until its next ask is due at some later time. */
    void awaitAsking() {
        await("the next ask", this::isAsking);
    }

    /** Whether it has asked, and waits for an answer. */
    boolean isAsking() {
        return clock.pending() == 1;
    }

    /** Lets so many asks become due, one after the other. */
    void ask(int times) {
        for (int i = 0; i < times; i++) {
            awaitAsking();
            clock.advance(ASK_MILLIS);
        }
    }

    /** Lets the computer sleep. */
    void sleep(long millis) {
        awaitAsking();
        clock.jump(millis);
    }

    void awaitAnswers(long count) {
        await(count + " answers", () -> succession.answers() >= count);
    }

    void await(String event) {
        await(event, () -> has(event));
    }

    synchronized boolean has(String event) {
        return events.contains(event);
    }

    private synchronized void note(String event) {
        events.add(event);
        notifyAll();
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void succeeded(Version by) {
        note("succeeded by " + by.url());
    }

    @Override
    public void refused(Version by) {
        note("refused by " + by.url());
    }

    @Override
    public void otherGone() {
        note("other gone");
    }
}
