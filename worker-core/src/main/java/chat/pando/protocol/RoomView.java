package chat.pando.protocol;

import java.util.List;

/**
 * An open room.
 *
 * @param items    the latest part of the timeline, ascending by {@link TimelineItem#order}
 * @param hasOlder whether {@link Command.LoadOlder} can add earlier ones
 */
public record RoomView(String id, List<TimelineItem> items, boolean hasOlder, List<Member> members) {

    public RoomView {
        items = List.copyOf(items);
        members = List.copyOf(members);
    }
}
