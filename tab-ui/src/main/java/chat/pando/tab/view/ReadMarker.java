package chat.pando.tab.view;

import chat.pando.protocol.Command;
import java.util.Optional;
import org.teavm.jso.JSBody;

/** Tells the core how far a room is read: only what a person could really see. */
final class ReadMarker {

    private final Actions actions;
    private final String room;
    private int unread;
    private Optional<String> latest = Optional.empty();
    private Optional<String> told = Optional.empty();

    ReadMarker(Actions actions, String room) {
        this.actions = actions;
        this.room = room;
    }

    void update(int unreadNow, Optional<String> latestEvent) {
        unread = unreadNow;
        latest = latestEvent;
    }

    /** The end of the timeline is in sight, if anybody looks at this page. */
    void seen() {
        if (unread == 0 || latest.isEmpty() || latest.equals(told) || !isLookedAt()) {
            return;
        }
        told = latest;
        // Where it is refused, the badge stays, and the next message tries again.
        actions.call(new Command.MarkRead(room, latest.get()), outcome -> {});
    }

    @JSBody(script = "return document.visibilityState === 'visible' && document.hasFocus();")
    private static native boolean isLookedAt();
}
