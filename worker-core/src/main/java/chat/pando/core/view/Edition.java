package chat.pando.core.view;

import chat.pando.protocol.Delta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same news for any number of tabs: what it makes of a backlog is computed once for all tabs that have that
 * backlog.
 *
 * <p>It lives for as long as it takes to tell the tabs.
 */
public final class Edition {

    /** Nothing new. */
    public static final Edition EMPTY = new Edition(List.of());

    private final List<Delta> deltas;
    /** What it has made of backlogs, by their identity. */
    private final Map<Backlog, Backlog> continued = new HashMap<>();

    public Edition(List<Delta> deltas) {
        this.deltas = List.copyOf(deltas);
    }

    public boolean isEmpty() {
        return deltas.isEmpty();
    }

    public List<Delta> deltas() {
        return deltas;
    }

    /** A backlog with this behind it. */
    public synchronized Backlog after(Backlog backlog) {
        return continued.computeIfAbsent(backlog, earlier -> earlier.plus(deltas));
    }
}
