package chat.pando.lab.sim.time;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A simulated process: threads that live, stand still and die together. */
public final class Process {

    private final Scheduler scheduler;
    private final String name;
    private final Consumer<Throwable> onEscape;
    private final Set<SteppedThread> threads = new LinkedHashSet<>();
    private final List<SteppedThread> heldBack = new ArrayList<>();
    private final List<Runnable> onDeath = new ArrayList<>();
    private Runnable onKill = () -> {};
    private long calls;
    private long lastCall = Long.MAX_VALUE;
    private boolean dead;
    private boolean frozen;

    /** @param onEscape told what has ended a thread, unless it was the process's death */
    public Process(Scheduler scheduler, String name, Consumer<Throwable> onEscape) {
        this.scheduler = scheduler;
        this.name = name;
        this.onEscape = onEscape;
    }

    /** Runs the action on a thread of this process; a dead process starts none. */
    public void start(Runnable action) {
        if (!dead) {
            scheduler.start(this, action);
        }
    }

    /** To be called whenever the process turns to its platform: there it may die. */
    public void touch() {
        if (dead) {
            throw new Killed();
        }
        if (++calls >= lastCall) {
            onKill.run();
            die();
            throw new Killed();
        }
    }

    /** Lets the process make so many more calls of its platform, and die within the one after them. */
    public void dieAfter(long moreCalls) {
        lastCall = calls + moreCalls + 1;
    }

    /** Ends the process between two instructions: what its threads do from now on has no effect. */
    public void die() {
        if (dead) {
            return;
        }
        dead = true;
        thaw();
        onDeath.forEach(Runnable::run);
        List.copyOf(threads).forEach(scheduler::wake);
    }

    public void onDeath(Runnable action) {
        onDeath.add(action);
    }

    /** Told before it dies of what {@link #dieAfter} has said, and of nothing else. */
    public void onKill(Runnable action) {
        onKill = action;
    }

    public boolean dead() {
        return dead;
    }

    public boolean frozen() {
        return frozen;
    }

    /** Stands still, keeping all it has, until thawed. */
    public void freeze() {
        frozen = !dead;
    }

    public void thaw() {
        frozen = false;
        List<SteppedThread> all = List.copyOf(heldBack);
        heldBack.clear();
        all.forEach(scheduler::ready);
    }

    public String name() {
        return name;
    }

    void entered(SteppedThread thread) {
        threads.add(thread);
    }

    void left(SteppedThread thread) {
        threads.remove(thread);
    }

    void holdBack(SteppedThread thread) {
        heldBack.add(thread);
    }

    void escaped(Throwable failure) {
        onEscape.accept(failure);
    }
}
