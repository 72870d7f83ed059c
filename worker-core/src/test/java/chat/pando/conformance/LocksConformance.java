package chat.pando.conformance;

import chat.pando.host.Locks;
import chat.pando.host.Tasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What {@link Locks} promise. */
public final class LocksConformance implements Conformance {

    private final Locks locks;
    private final Tasks tasks;
    private final String prefix;

    /** @param prefix of all names, so that two runs in one origin are not in each other's way */
    public LocksConformance(Locks locks, Tasks tasks, String prefix) {
        this.locks = locks;
        this.tasks = tasks;
        this.prefix = prefix;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("a free lock is ours at once", this::free),
                new Case("a held lock is not", this::held),
                new Case("a lock that was closed is free, and may be closed twice", this::closedTwice),
                new Case("names do not touch each other", this::names),
                new Case("each waiter gets it, one at a time", this::waiters),
                new Case("whenFree runs once the holder is gone, and keeps nothing", this::whenFree),
                new Case("whenFree runs at once where nobody holds the lock", this::whenFreeAtOnce),
                new Case("many that wait for one death all learn of it", this::manyWatchers),
                new Case("a stolen lock is the thief's, and its holder learns of it", this::stolen),
                new Case("who asks late learns as well that the lock was stolen", this::stolenBefore),
                new Case("a thief is served before all who wait, and they after the thief", this::thiefFirst),
                new Case("a lock that was given back is never lost", this::givenBack),
                new Case("a free lock can be stolen", () -> locks.steal(prefix + "steal free").close()));
    }

    private void free() {
        Optional<Locks.Held> held = locks.tryAcquire(prefix + "free");
        Check.that(held.isPresent(), "the lock");
        held.get().close();
    }

    private void held() {
        try (Locks.Held held = locks.acquire(prefix + "held")) {
            Check.that(locks.tryAcquire(prefix + "held").isEmpty(), "no second holder");
        }
    }

    private void closedTwice() {
        String name = prefix + "closed twice";
        Locks.Held first = locks.acquire(name);
        first.close();
        try (Locks.Held second = locks.acquire(name)) {
            first.close();
            Check.that(locks.tryAcquire(name).isEmpty(), "the second still holds it");
        }
    }

    private void names() {
        try (Locks.Held a = locks.acquire(prefix + "a");
                Locks.Held b = locks.acquire(prefix + "b")) {
            Check.that(a != b, "two locks");
        }
    }

    private void waiters() throws InterruptedException {
        String name = prefix + "waiters";
        List<Integer> holders = Collections.synchronizedList(new ArrayList<>());
        Latch done = new Latch(5);
        Locks.Held mine = locks.acquire(name);
        for (int i = 0; i < 5; i++) {
            int number = i;
            tasks.start("waiter", () -> {
                try (Locks.Held theirs = locks.acquire(name)) {
                    if (locks.tryAcquire(name).isEmpty()) {
                        holders.add(number);
                    }
                }
                done.countDown();
            });
        }
        Check.equal(List.of(), holders);
        mine.close();
        done.await("that each had it");
        Check.equal(5, holders.size());
    }

    private void whenFree() throws InterruptedException {
        String name = prefix + "when free";
        Locks.Held held = locks.acquire(name);
        Latch gone = new Latch(1);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        locks.whenFree(name, () -> {
            seen.add("gone");
            gone.countDown();
        });
        Check.equal(List.of(), seen);
        held.close();
        gone.await("that the holder is gone");
        locks.acquire(name).close();
        Check.equal(List.of("gone"), seen);
    }

    private void whenFreeAtOnce() throws InterruptedException {
        Latch free = new Latch(1);
        locks.whenFree(prefix + "nobody", free::countDown);
        free.await("that nobody holds it");
    }

    private void manyWatchers() throws InterruptedException {
        String name = prefix + "watched";
        Locks.Held held = locks.acquire(name);
        Latch told = new Latch(50);
        for (int i = 0; i < 50; i++) {
            locks.whenFree(name, told::countDown);
        }
        held.close();
        told.await("that all fifty are told");
    }

    private void stolen() throws InterruptedException {
        String name = prefix + "stolen";
        Latch lost = new Latch(1);
        Locks.Held first = locks.acquire(name);
        first.onLost(lost::countDown);
        Locks.Held thief = locks.steal(name);
        lost.await("that the holder learns of it");
        first.close();
        Check.that(locks.tryAcquire(name).isEmpty(), "the thief holds it, whatever the robbed one does");
        thief.close();
        locks.acquire(name).close();
    }

    private void stolenBefore() throws InterruptedException {
        String name = prefix + "stolen before";
        Latch lost = new Latch(1);
        Latch lostBefore = new Latch(1);
        Locks.Held first = locks.acquire(name);
        first.onLost(lost::countDown);
        try (Locks.Held thief = locks.steal(name)) {
            lost.await("that the holder learns of it");
            first.onLost(lostBefore::countDown);
            lostBefore.await("that it is told at once");
            Check.that(thief != first, "another holder");
        }
    }

    private void thiefFirst() throws InterruptedException {
        String name = prefix + "thief first";
        List<String> holders = Collections.synchronizedList(new ArrayList<>());
        Latch waited = new Latch(1);
        Locks.Held first = locks.acquire(name);
        tasks.start("waiter", () -> {
            try (Locks.Held theirs = locks.acquire(name)) {
                holders.add("waiter");
                Check.that(theirs != first, "another holder");
            }
            waited.countDown();
        });
        Locks.Held thief = locks.steal(name);
        holders.add("thief");
        thief.close();
        waited.await("the waiter's turn");
        Check.that(holders.contains("thief") && holders.contains("waiter"), "both had it");
    }

    private void givenBack() {
        String name = prefix + "given back";
        List<String> losses = Collections.synchronizedList(new ArrayList<>());
        Locks.Held first = locks.acquire(name);
        first.onLost(() -> losses.add("lost"));
        first.close();
        locks.steal(name).close();
        locks.acquire(name).close();
        Check.equal(List.of(), losses);
    }
}
