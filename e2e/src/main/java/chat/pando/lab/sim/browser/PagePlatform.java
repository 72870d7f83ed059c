package chat.pando.lab.sim.browser;

import chat.pando.host.JsonSyntaxException;
import chat.pando.jvm.NanoJson;
import chat.pando.lab.sim.time.Scheduler;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.FromCoreCodec;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.ToCoreCodec;
import chat.pando.tab.link.Channels;
import chat.pando.tab.link.Connector;
import chat.pando.tab.link.ElectedWorker;
import chat.pando.tab.link.Liveness;
import chat.pando.tab.link.MessageReader;
import chat.pando.tab.link.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a browser gives a page: a way to the core, locks, channels and timers. They end with the page. */
final class PagePlatform implements Connector, Liveness, Timers, MessageReader, Channels, OriginBroadcasts.Home {

    private final Browser browser;
    private final Page page;
    private final NanoJson json = new NanoJson();
    private final List<OriginLocks.Request> locks = new ArrayList<>();
    private final List<OriginBroadcasts.Member> memberships = new ArrayList<>();
    private final Dialect dialect;
    private final PageWorkers workers;

    PagePlatform(Browser browser, Page page, Dialect dialect) {
        this.browser = browser;
        this.page = page;
        this.dialect = dialect;
        this.workers = new PageWorkers(browser, page);
    }

    /** The way to the core: over SharedWorkers, or where this browser has none, over workers of elected tabs. */
    Connector connector() {
        Connector way = browser.hasSharedWorkers() ? this : new ElectedWorker(this, this, workers, browser::newId);
        return dialect.ahead() == 0 ? way : new Translated(way);
    }

    PageWorkers workers() {
        return workers;
    }

    @Override
    public Line open(String url, LineListener listener) {
        return browser.connect(url, page, listener::said);
    }

    @Override
    public void leave() {
        // A page keeps the SharedWorkers that it has connected to running for as long as it lasts.
    }

    @Override
    public Channel join(String name, Consumer<String> listener) {
        OriginBroadcasts.Member member = browser.broadcasts().join(name, this, listener);
        memberships.add(member);
        return new Channel() {

            @Override
            public void post(String text) {
                member.post(text);
            }

            @Override
            public void close() {
                memberships.remove(member);
                member.close();
            }
        };
    }

    @Override
    public void touch() {
        // A page that is gone does nothing any more: nothing can be about to end it here.
    }

    @Override
    public void run(Runnable action) {
        page.later(action);
    }

    @Override
    public Release hold(String lock, Runnable whenHeld) {
        OriginLocks.Request request = browser.locks().request(lock, () -> page.later(whenHeld));
        locks.add(request);
        return () -> end(request);
    }

    @Override
    public Release whenFree(String lock, Runnable action) {
        OriginLocks.Request[] request = new OriginLocks.Request[1];
        request[0] = browser.locks().request(lock, () -> {
            end(request[0]);
            page.later(action);
        });
        locks.add(request[0]);
        return () -> end(request[0]);
    }

    private void end(OriginLocks.Request request) {
        locks.remove(request);
        request.end();
    }

    /** The page is gone. */
    void endAll() {
        workers.end();
        List.copyOf(memberships).forEach(OriginBroadcasts.Member::leave);
        List.copyOf(locks).forEach(this::end);
    }

    @Override
    public Cancel after(int milliseconds, Runnable action) {
        boolean[] due = {true};
        Scheduler scheduler = browser.scheduler();
        scheduler.after(milliseconds, () -> page.later(() -> {
            if (due[0]) {
                action.run();
            }
        }));
        return () -> due[0] = false;
    }

    @Override
    public Optional<FromCore> read(String text) {
        try {
            return Optional.of(dialect.understood(FromCoreCodec.decode(json.parse(text))));
        } catch (JsonSyntaxException notJson) {
            return Optional.empty();
        }
    }

    /** A way to the core on which the page's own protocol is spoken. */
    private final class Translated implements Connector {

        private final Connector way;

        Translated(Connector way) {
            this.way = way;
        }

        @Override
        public Line open(String url, LineListener listener) {
            Line line = way.open(url, listener);
            return new Line() {

                @Override
                public void post(String message) {
                    line.post(spoken(message));
                }

                @Override
                public void close() {
                    line.close();
                }
            };
        }

        @Override
        public void leave() {
            way.leave();
        }

        private String spoken(String message) {
            try {
                ToCore decoded = ToCoreCodec.decode(json.parse(message));
                return ToCoreCodec.encode(dialect.spoken(decoded)).text();
            } catch (JsonSyntaxException impossible) {
                throw new IllegalStateException("a page has said what is no message", impossible);
            }
        }
    }
}
