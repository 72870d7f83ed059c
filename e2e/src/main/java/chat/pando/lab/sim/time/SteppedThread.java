package chat.pando.lab.sim.time;

import chat.pando.host.Stepped;
import java.util.Optional;

/** A thread that runs only when it is its turn. It serves one action after the other. */
final class SteppedThread extends Thread implements Stepped {

    private final Scheduler scheduler;
    private final int number;
    private final Baton baton = new Baton();
    private Optional<Process> process = Optional.empty();
    private Runnable action = () -> {};
    private boolean paused;

    SteppedThread(Scheduler scheduler, int number) {
        super("simulated-" + number);
        this.scheduler = scheduler;
        this.number = number;
        setDaemon(true);
    }

    int number() {
        return number;
    }

    Baton baton() {
        return baton;
    }

    boolean paused() {
        return paused;
    }

    void setPaused(boolean nowPaused) {
        paused = nowPaused;
    }

    boolean heldBack() {
        return process.filter(Process::frozen).isPresent();
    }

    void holdBack() {
        process.orElseThrow().holdBack(this);
    }

    /** What it does when its turn comes next. */
    void assign(Process of, Runnable next) {
        process = Optional.of(of);
        action = next;
        of.entered(this);
    }

    @Override
    public void run() {
        baton.await();
        while (!scheduler.closed()) {
            serve(process.orElseThrow());
            process = Optional.empty();
            scheduler.idle(this);
        }
    }

    private void serve(Process of) {
        try {
            if (!of.dead()) {
                action.run();
            }
        } catch (Killed death) {
            // as intended: what the process has done remains, what it was about to do doesn't happen
        } catch (RuntimeException | Error failure) {
            of.escaped(failure);
        } finally {
            of.left(this);
        }
    }

    @Override
    public void pause() {
        scheduler.pause(this);
        if (process.orElseThrow().dead()) {
            throw new Killed();
        }
    }

    @Override
    public void goOn() {
        scheduler.wake(this);
    }
}
