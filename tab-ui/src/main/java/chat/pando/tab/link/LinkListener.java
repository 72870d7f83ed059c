package chat.pando.tab.link;

import chat.pando.protocol.Delta;
import chat.pando.protocol.Snapshot;
import java.util.List;

/** Hears what comes over the line. */
public interface LinkListener {

    /** What the tab wants to see; asked at each hello. */
    Wishes wishes();

    /** Everything anew. */
    void snapshot(Snapshot snapshot);

    /** What changed since. */
    void changed(List<Delta> deltas);

    void stateChanged(LinkState state);
}
