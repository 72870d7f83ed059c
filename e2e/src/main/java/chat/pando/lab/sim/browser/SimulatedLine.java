package chat.pando.lab.sim.browser;

import chat.pando.lab.sim.time.Scheduler;
import chat.pando.tab.link.Connector;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A message channel between a page and a core: in order, and never at once. The page's end is this. */
final class SimulatedLine implements Connector.Line {

    private static final int MOST_DELAY_MILLIS = 3;

    private final Scheduler scheduler;
    private final Random random;
    private final Page page;
    private final Consumer<String> listener;
    private Optional<CorePort> core = Optional.empty();
    private long lastToCore;
    private long lastToTab;
    private boolean open = true;

    SimulatedLine(Scheduler scheduler, Random random, Page page, Consumer<String> listener) {
        this.scheduler = scheduler;
        this.random = random;
        this.page = page;
        this.listener = listener;
    }

    Page page() {
        return page;
    }

    /** From now on this core hears what the page says: the first one, or one that has started over on the same ports. */
    void attach(CorePort port) {
        core = Optional.of(port);
    }

    @Override
    public void post(String message) {
        lastToCore = due(lastToCore);
        scheduler.after(lastToCore - scheduler.now(), () -> core.ifPresent(port -> port.arrive(message)));
    }

    @Override
    public void close() {
        open = false;
    }

    void toTab(String message) {
        lastToTab = due(lastToTab);
        scheduler.after(lastToTab - scheduler.now(), () -> page.later(() -> {
            if (open) {
                listener.accept(message);
            }
        }));
    }

    private long due(long last) {
        return Math.max(last, scheduler.now() + random.nextInt(MOST_DELAY_MILLIS + 1));
    }
}
