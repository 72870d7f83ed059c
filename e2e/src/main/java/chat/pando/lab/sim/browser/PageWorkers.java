package chat.pando.lab.sim.browser;

import chat.pando.tab.link.Workers;
import java.util.ArrayList;
import java.util.List;

/** The dedicated workers of one page: they stand still with it and end with it. */
final class PageWorkers implements Workers {

    private final Browser browser;
    private final Page page;
    private final List<SimulatedCore> running = new ArrayList<>();

    PageWorkers(Browser browser, Page page) {
        this.browser = browser;
        this.page = page;
    }

    @Override
    public Worker start(String url, Fate fate) {
        running.removeIf(core -> core.process().dead());
        SimulatedCore core = browser.startDedicated(url, page, () -> page.later(fate::closed));
        running.add(core);
        return () -> core.process().die();
    }

    void freeze() {
        running.forEach(SimulatedCore::freeze);
    }

    void thaw() {
        running.forEach(core -> core.process().thaw());
    }

    void end() {
        running.forEach(core -> core.process().die());
    }
}
