package chat.pando.tab.link;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The core where the browser has no SharedWorker: in a worker of whichever tab wins an election, reached by all tabs
 * over broadcast channels.
 *
 * <p>It takes the place of a SharedWorker: the first who asks for a URL has its core started, all others find that one
 * running, and it is gone once no page is left that asked for it. What is different is that the core may die with a tab
 * that others don't know of; they find out, as after any death of a core, by its lock.
 */
public final class ElectedWorker implements Connector {

    private final Liveness locks;
    private final Channels channels;
    private final Workers workers;
    private final Supplier<String> ids;
    private Optional<Candidacy> candidacy = Optional.empty();

    public ElectedWorker(Liveness locks, Channels channels, Workers workers, Supplier<String> ids) {
        this.locks = locks;
        this.channels = channels;
        this.workers = workers;
        this.ids = ids;
    }

    @Override
    public Line open(String url, LineListener listener) {
        if (candidacy.filter(present -> present.isFor(url)).isEmpty()) {
            leave();
            candidacy = Optional.of(new Candidacy(url, locks, channels, workers));
        }
        return candidacy.get().open(ids.get(), listener);
    }

    @Override
    public void leave() {
        candidacy.ifPresent(Candidacy::withdraw);
        candidacy = Optional.empty();
    }
}
