package chat.pando.core.handover;

import chat.pando.host.Broadcasts;
import chat.pando.host.Host;
import chat.pando.host.JsonSyntaxException;
import chat.pando.host.Signal;
import chat.pando.json.JsonShapeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A core's talk with the other cores of its origin, which settles who of them goes.
 *
 * <p>The one that asks last stays, unless an older version would take over databases that it can't read. Two that ask
 * each other never both go: a core asks with its rank, goes only for a higher one, and its rank only ever grows. So
 * of any number of cores that ask each other, the one of the highest rank has nobody to go for.
 */
public final class Succession {

    /** Never changes with the version, nor does what is said there. */
    private static final String CHANNEL = "pando-cores";

    private static final String LIVENESS_LOCK = "pando-core-live/";

    /** Who does what the talk leads to, without holding it up. */
    public interface Listener {

        /** A core of that version takes over: this one finishes what is under way, and goes. */
        void succeeded(Version by);

        /** The databases belong to a core of that version, and this one can't read them. */
        void refused(Version by);

        /** Another core has gone: what it had is free, and may be more than this one knows of. */
        void otherGone();
    }

    private final Host host;
    private final Version version;
    private final Listener listener;
    private final Set<String> watched = new HashSet<>();
    private final List<Signal> waiting = new ArrayList<>();
    private Optional<Broadcasts.Broadcast> channel = Optional.empty();
    private Rank rank;
    private long answers;
    private boolean leaving;
    private boolean refused;
    private Optional<Version> lastOther = Optional.empty();

    /** @param instance this core's id */
    public Succession(Host host, String instance, Version version, Listener listener) {
        this.host = host;
        this.version = version;
        this.listener = listener;
        this.rank = new Rank(host.clock().now(), instance);
    }

    /** The lock that a core holds while it lives. */
    public static String livenessLock(String instance) {
        return LIVENESS_LOCK + instance;
    }

    /** Listens to other cores, and asks those that are there to leave. */
    public void begin() {
        synchronized (this) {
            channel = Optional.of(host.broadcasts().join(CHANNEL, this::hear));
        }
        ask();
    }

    /** Asks all other cores to leave; without effect once this core itself has to go. */
    public synchronized void ask() {
        if (!over()) {
            say(new Word.Ask(rank, version));
        }
    }

    /** How many answers this core has had: signs that others live. */
    public synchronized long answers() {
        return answers;
    }

    /** Whether this core can't get accounts any more: it has to go, or was refused. */
    public synchronized boolean over() {
        return leaving || refused;
    }

    /** Whether the accounts belong to a later version, whose databases this one can't read. */
    public synchronized boolean refused() {
        return refused;
    }

    /** This core goes, of its own accord or because it was asked to. Others still hear from it that it is leaving. */
    public synchronized void leave() {
        leaving = true;
        waiting.forEach(Signal::raise);
    }

    /** Says nothing any more: this core is gone. */
    public synchronized void end() {
        leave();
        channel.ifPresent(Broadcasts.Broadcast::close);
        channel = Optional.empty();
    }

    /** The version of the other core that was heard of last. */
    public synchronized Optional<Version> lastOther() {
        return lastOther;
    }

    /** Raises the signal when this core can get no accounts any more. */
    synchronized void wakeWhenOver(Signal signal) {
        waiting.add(signal);
        if (over()) {
            signal.raise();
        }
    }

    synchronized void forget(Signal signal) {
        waiting.remove(signal);
    }

    private void hear(String text) {
        try {
            WordCodec.decode(host.json().parse(text)).ifPresent(this::hear);
        } catch (JsonSyntaxException | JsonShapeException malformed) {
            host.log().warn("another core said something that is no word");
        }
    }

    private void hear(Word word) {
        if (word instanceof Word.Ask ask) {
            asked(ask);
        } else if (word instanceof Word.Answer answer && answer.asker().equals(instance())) {
            answered(answer);
        }
    }

    private void asked(Word.Ask ask) {
        if (goesFor(ask)) {
            listener.succeeded(ask.version());
        }
        synchronized (this) {
            say(answer(ask));
        }
        watch(ask.from());
    }

    /** Decides whether this core has to go now, for this other one. */
    private synchronized boolean goesFor(Word.Ask ask) {
        lastOther = Optional.of(ask.version());
        boolean goes = !leaving && !isTooOld(ask) && rank.compareTo(ask.rank()) < 0;
        if (goes) {
            leave();
        }
        return goes;
    }

    private Word answer(Word.Ask ask) {
        if (leaving) {
            return new Word.Leaving(instance(), ask.from());
        }
        return isTooOld(ask)
                ? new Word.Refusal(instance(), ask.from(), version)
                : new Word.Later(rank, ask.from());
    }

    private boolean isTooOld(Word.Ask ask) {
        return ask.version().schema() < version.schema();
    }

    private void answered(Word.Answer answer) {
        synchronized (this) {
            answers++;
            if (answer instanceof Word.Later later) {
                rank = rank.above(later.rank());
                ask();
            }
        }
        if (answer instanceof Word.Refusal refusal) {
            refused(refusal.version());
        }
        watch(answer.from());
    }

    private void refused(Version by) {
        synchronized (this) {
            lastOther = Optional.of(by);
            if (over()) {
                return;
            }
            refused = true;
            waiting.forEach(Signal::raise);
        }
        listener.refused(by);
    }

    /** A core that lives may have, or come to have, accounts that this one doesn't know of yet. */
    private void watch(String instance) {
        boolean isNew;
        synchronized (this) {
            isNew = watched.add(instance);
        }
        if (isNew) {
            host.locks().whenFree(livenessLock(instance), listener::otherGone);
        }
    }

    /** The caller holds this object's monitor. */
    private void say(Word word) {
        channel.ifPresent(open -> open.post(WordCodec.encode(word).text()));
    }

    private synchronized String instance() {
        return rank.instance();
    }
}
