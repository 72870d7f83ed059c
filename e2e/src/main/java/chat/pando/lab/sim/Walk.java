package chat.pando.lab.sim;

import chat.pando.lab.sim.browser.Browser;
import chat.pando.lab.sim.browser.Page;
import chat.pando.lab.sim.server.Homeserver;
import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A walk through one world: its beginning, its steps, and its end. */
public final class Walk {

    static final String PASSWORD = "a password of a simulated person";
    static final List<String> PEOPLE = List.of("alice", "bob", "carol", "dave");

    private static final long BEGIN_MILLIS = 120_000;

    private final World world;
    private final Steps steps;
    private final Consumer<String> told;

    /** @param told hears of each step */
    Walk(World world, Consumer<String> told) {
        this.world = world;
        this.steps = new Steps(world);
        this.told = told;
    }

    void walk(int count) {
        begin();
        steps(count);
        world.laws().at("at the end");
        new Ending(world).end();
    }

    void steps(int count) {
        for (int i = 0; i < count; i++) {
            String step = steps.next();
            world.laws().at("step " + i + ", " + step);
            told.accept(i + " at " + world.now() + " ms: " + step);
            world.run(rest());
        }
    }

    /** Mostly moments, now and then a minute. */
    private long rest() {
        int kind = world.random().nextInt(40);
        if (kind == 0) {
            return 60_000;
        }
        return kind < 6 ? world.random().nextInt(5_000) : world.random().nextInt(300);
    }

    /** Everybody but the last creates an account, each in a browser. */
    void begin() {
        for (int i = 0; i < world.browsers().size(); i++) {
            Page page = world.browsers().get(i).openTab();
            world.await(page::live, BEGIN_MILLIS);
            signUp(page, PEOPLE.get(i));
        }
        Browser last = world.browsers().get(world.browsers().size() - 1);
        Page page = last.openTab();
        world.await(page::live, BEGIN_MILLIS);
        page.addAccount();
        world.await(() -> page.live() && page.model().account().isEmpty(), BEGIN_MILLIS);
        signUp(page, PEOPLE.get(PEOPLE.size() - 1));
    }

    private void signUp(Page page, String person) {
        AtomicBoolean done = new AtomicBoolean();
        page.ask(new Command.CreateAccount(Homeserver.URL, person, PASSWORD), outcome -> {
            done.set(outcome instanceof Outcome.Done);
            page.show(Homeserver.userId(person));
        });
        if (!world.await(() -> done.get() && page.model().account().isPresent(), BEGIN_MILLIS)) {
            throw new IllegalStateException("the world could not be set up");
        }
    }
}
