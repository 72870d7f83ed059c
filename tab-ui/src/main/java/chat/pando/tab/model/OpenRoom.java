package chat.pando.tab.model;

import chat.pando.protocol.Delta;
import chat.pando.protocol.Member;
import chat.pando.protocol.RoomView;
import java.util.List;

/** The room that a tab has open: its timeline and its members. */
public final class OpenRoom {

    private final String id;
    private final Timeline timeline;
    private boolean hasOlder;
    private List<Member> members;
    private Names names;

    OpenRoom(RoomView view) {
        id = view.id();
        timeline = new Timeline();
        timeline.put(view.items());
        hasOlder = view.hasOlder();
        setMembers(view.members());
    }

    public String id() {
        return id;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** Whether there are earlier messages than the timeline holds. */
    public boolean hasOlder() {
        return hasOlder;
    }

    public List<Member> members() {
        return members;
    }

    public Names names() {
        return names;
    }

    void apply(Delta.TimelineChanged delta) {
        timeline.remove(delta.removed());
        timeline.put(delta.changed());
        hasOlder = delta.hasOlder();
    }

    void setMembers(List<Member> members) {
        this.members = List.copyOf(members);
        names = new Names(this.members);
    }
}
