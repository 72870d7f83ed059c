package chat.pando.tab.link;

import chat.pando.protocol.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tab's standing for election: to run the core of one URL.
 *
 * <p>Who holds the lock leads, until the tab is gone, sleeps, or wants another core. A leader starts the core only when
 * somebody waits for one: a tab that comes to lead because the former leader has moved to a newer core must not start
 * the old one anew while it is about to move itself.
 */
final class Candidacy implements Workers.Fate, BroadcastLine.Owner {

    private final String url;
    private final Channels channels;
    private final Workers workers;
    private final Channels.Channel meeting;
    private final Liveness.Release lock;
    private final List<BroadcastLine> lines = new ArrayList<>();
    private boolean leading;
    private Optional<Workers.Worker> worker = Optional.empty();
    private boolean hasAnswered;

    Candidacy(String url, Liveness locks, Channels channels, Workers workers) {
        this.url = url;
        this.channels = channels;
        this.workers = workers;
        this.meeting = channels.join(Meeting.channel(url), this::heard);
        this.lock = locks.hold(Meeting.leaderLock(url), this::elected);
    }

    boolean isFor(String core) {
        return url.equals(core);
    }

    Connector.Line open(String id, Connector.LineListener listener) {
        BroadcastLine line = new BroadcastLine(id, url, channels, meeting, listener, this);
        lines.add(line);
        meeting.post(Meeting.here(id));
        startIfNeeded();
        return line;
    }

    /** Ends the core, if it runs here, and lets another tab lead. */
    void withdraw() {
        leading = false;
        List.copyOf(lines).forEach(BroadcastLine::close);
        end();
        meeting.close();
        lock.release();
    }

    private void elected() {
        leading = true;
        startIfNeeded();
        meeting.post(Meeting.WHO);
    }

    private void heard(String text) {
        if (text.equals(Meeting.WHO)) {
            waiting().forEach(line -> meeting.post(Meeting.here(line.id())));
        } else if (text.equals(Meeting.FAILED)) {
            waiting().forEach(BroadcastLine::failed);
        } else if (Meeting.lineHere(text).isPresent()) {
            start();
        }
    }

    private List<BroadcastLine> waiting() {
        return lines.stream().filter(line -> !line.isOpen()).toList();
    }

    private void startIfNeeded() {
        if (!waiting().isEmpty()) {
            start();
        }
    }

    private void start() {
        if (leading && worker.isEmpty()) {
            hasAnswered = false;
            worker = Optional.of(workers.start(url, this));
        }
    }

    private void end() {
        worker.ifPresent(Workers.Worker::terminate);
        worker = Optional.empty();
    }

    @Override
    public void closed() {
        end();
        startIfNeeded();
        meeting.post(Meeting.WHO);
    }

    /** Before it has answered an error means that it never will; afterwards the core's own guards have it. */
    @Override
    public void failed() {
        if (!hasAnswered) {
            end();
            meeting.post(Meeting.FAILED);
            waiting().forEach(BroadcastLine::failed);
        }
    }

    @Override
    public void opened(BroadcastLine line) {
        hasAnswered = true;
    }

    @Override
    public void closed(BroadcastLine line) {
        lines.remove(line);
    }
}
