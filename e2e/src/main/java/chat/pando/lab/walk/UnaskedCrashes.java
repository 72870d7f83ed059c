package chat.pando.lab.walk;

import chat.pando.e2e.law.Breach;
import chat.pando.e2e.law.Law;
import java.util.List;

/**
 * The tabs that crashed in a walk though nobody asked for it. Each is one more thing that can happen to tabs, as long as
 * the browser says that it was its own fault; a crash that it doesn't take upon itself may be a page's.
 */
final class UnaskedCrashes {

    private int count;

    void add() {
        count++;
    }

    int count() {
        return count;
    }

    /** @param ownFaults what the browser has said of its own faults, a line for each */
    List<Breach> unexplained(List<String> ownFaults) {
        return count <= ownFaults.size() ? List.of() : List.of(new Breach(Law.TAB_NEVER_HANGS,
                count + " times a tab crashed of itself, and the browser says why " + ownFaults.size() + " times"));
    }
}
