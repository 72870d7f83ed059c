package chat.pando.conformance;

import chat.pando.host.Tasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What {@link Tasks} promise. */
public final class TasksConformance implements Conformance {

    private final Tasks tasks;

    public TasksConformance(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("a started action runs", this::started),
                new Case("an action that dies takes nothing with it", this::death),
                new Case("no tasks, no results", () -> Check.equal(List.of(), tasks.all(List.of()))),
                new Case("results are in the order of the tasks", this::order),
                new Case("many tasks are in flight at once", this::inFlight),
                new Case("tasks may have tasks", this::nested),
                new Case("the first failure in order is thrown, after all have ended", this::failure));
    }

    private void started() throws InterruptedException {
        Latch ran = new Latch(1);
        tasks.start("started", ran::countDown);
        ran.await("the action");
    }

    private void death() throws InterruptedException {
        Latch ran = new Latch(2);
        tasks.start("dies", () -> {
            ran.countDown();
            throw new IllegalStateException("on purpose: this conformance case throws it");
        });
        tasks.start("lives", ran::countDown);
        ran.await("both actions");
        started();
    }

    private void order() {
        List<Supplier<Integer>> squares = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            squares.add(() -> number * number);
            expected.add(number * number);
        }
        Check.equal(expected, tasks.all(squares));
    }

    /** Each waits until all twenty have begun. */
    private void inFlight() {
        Latch begun = new Latch(20);
        List<Supplier<Boolean>> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(() -> {
                begun.countDown();
                return awaited(begun);
            });
        }
        Check.equal(Collections.nCopies(20, true), tasks.all(waiting));
    }

    private void nested() {
        List<Supplier<Integer>> outer = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            outer.add(() -> {
                List<Supplier<Integer>> inner = Collections.nCopies(100, () -> 1);
                return tasks.all(inner).stream().mapToInt(n -> n).sum();
            });
        }
        Check.equal(Collections.nCopies(100, 100), tasks.all(outer));
    }

    private void failure() {
        List<Integer> ended = Collections.synchronizedList(new ArrayList<>());
        List<Supplier<Integer>> failing = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int number = i;
            failing.add(() -> {
                ended.add(number);
                if (number >= 5) {
                    throw new IllegalStateException("task " + number);
                }
                return number;
            });
        }
        IllegalStateException thrown = Check.throwsA(IllegalStateException.class, () -> tasks.all(failing));
        Check.equal("task 5", thrown.getMessage());
        Check.equal(10, ended.size());
    }

    private static boolean awaited(Latch latch) {
        try {
            latch.await("that all have begun");
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
