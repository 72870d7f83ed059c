package chat.pando.core.view;

import chat.pando.protocol.Delta;
import chat.pando.protocol.RoomView;
import chat.pando.protocol.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tab is still to be told. Immutable: tabs that are in the same situation share one, and its text.
 *
 * <p>It grows by {@link Edition}s. Where it grows long it is reduced to its {@link Gist}; where that is too long too,
 * a new snapshot is shorter than the story of how it came about.
 */
public final class Backlog {

    /** Nothing to tell. */
    public static final Backlog NONE = new Backlog(List.of(), 0, true);

    /** So many rooms, entries and people are kept at most. */
    private static final int MOST = 600;

    private final int weight;
    private List<Delta> deltas;
    private boolean reduced;
    private Optional<Written> written = Optional.empty();

    /** @param reduced whether the deltas are their own gist */
    private Backlog(List<Delta> deltas, int weight, boolean reduced) {
        this.deltas = deltas;
        this.weight = weight;
        this.reduced = reduced;
    }

    /** This and what came after it. */
    Backlog plus(List<Delta> news) {
        List<Delta> all = new ArrayList<>(deltas);
        all.addAll(news);
        int together = weight + weight(news);
        // What is told at once is told as it came about.
        Backlog longer = new Backlog(all, together, deltas.isEmpty());
        return together <= MOST ? longer : new Backlog(longer.deltas(), weight(longer.deltas()), true);
    }

    public boolean isEmpty() {
        return deltas.isEmpty();
    }

    /** Whether it is more than may be kept. */
    public boolean isTooLong() {
        return weight > MOST;
    }

    /** What is to be told, each thing once. */
    public synchronized List<Delta> deltas() {
        if (!reduced) {
            Gist gist = new Gist();
            deltas.forEach(gist::add);
            deltas = gist.deltas();
            reduced = true;
        }
        return deltas;
    }

    /** The same as text. */
    public synchronized Written written() {
        if (written.isEmpty()) {
            written = Optional.of(Written.of(deltas()));
        }
        return written.get();
    }

    private static int weight(List<Delta> deltas) {
        return deltas.stream().mapToInt(Backlog::weight).sum();
    }

    private static int weight(Delta delta) {
        if (delta instanceof Delta.TimelineChanged changed) {
            return 1 + changed.changed().size() + changed.removed().size();
        }
        if (delta instanceof Delta.MembersChanged changed) {
            return 1 + changed.members().size();
        }
        if (delta instanceof Delta.RoomOpened opened) {
            RoomView room = opened.room();
            return 1 + room.items().size() + room.members().size();
        }
        return 1;
    }
}
