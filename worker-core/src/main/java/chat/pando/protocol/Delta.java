package chat.pando.protocol;

import java.util.List;

/** One change to what a tab shows. */
public sealed interface Delta {

    record AccountsChanged(List<AccountInfo> accounts) implements Delta {}

    record ConnectionChanged(Connection connection) implements Delta {}

    /** A room is new, or its summary changed. */
    record RoomChanged(RoomSummary room) implements Delta {}

    record RoomRemoved(String room) implements Delta {}

    /** The answer to {@link Command.OpenRoom}. */
    record RoomOpened(RoomView room) implements Delta {}

    /**
     * Entries of the open room's timeline are new or changed (by key), or gone.
     *
     * @param hasOlder as in {@link RoomView}
     */
    record TimelineChanged(String room, List<TimelineItem> changed, List<String> removed, boolean hasOlder)
            implements Delta {}

    record MembersChanged(String room, List<Member> members) implements Delta {}

    /** The shown account is no longer signed in here; the tab shows another one, or the sign-in screen. */
    record SignedOut(String userId) implements Delta {

        @Override
        public String toString() {
            return "SignedOut";
        }
    }
}
