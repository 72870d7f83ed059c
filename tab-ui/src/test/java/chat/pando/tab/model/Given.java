package chat.pando.tab.model;

import chat.pando.protocol.AccountInfo;
import chat.pando.protocol.AccountView;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Member;
import chat.pando.protocol.Problem;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.RoomView;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Values that tests start from. */
public final class Given {

    public static final String ALICE = "@alice:example.org";
    public static final String BOB = "@bob:example.org";

    /** What the core says of how private keys are kept. */
    public static final String KEYS = "Kept in a safe";
    public static final String ROOM = "!grove:example.org";

    /** A moment; the others are counted from it. */
    public static final long NOON = 1_790_000_000_000L;

    private Given() {}

    public static TimelineItem text(String key, String order, String sender, String body) {
        return item(key, order, sender, NOON, TimelineItem.State.RECEIVED,
                new Content.Text(Content.Text.Kind.TEXT, body));
    }

    public static TimelineItem item(
            String key, String order, String sender, long at, TimelineItem.State state, Content content) {
        return new TimelineItem(
                key, Optional.of("$" + key), order, sender, at, content, state, Optional.empty());
    }

    public static RoomSummary room(String id, String name, long lastActivity) {
        return new RoomSummary(
                id, name, RoomSummary.Membership.JOIN, true, Optional.empty(), lastActivity, "", 0, 2);
    }

    public static RoomSummary invitation(String id, String name, String inviter) {
        return new RoomSummary(
                id, name, RoomSummary.Membership.INVITE, true, Optional.of(inviter), 0, "", 0, 1);
    }

    public static RoomView open(List<TimelineItem> items, boolean hasOlder) {
        return new RoomView(ROOM, items, hasOlder, List.of(
                new Member(ALICE, Optional.of("Alice"), false, 100), new Member(BOB, Optional.of("Bob"), false, 0)));
    }

    public static Snapshot snapshot(List<RoomSummary> rooms, Optional<RoomView> open) {
        return snapshotOf(ALICE, rooms, open);
    }

    public static Snapshot snapshotOf(String user, List<RoomSummary> rooms, Optional<RoomView> open) {
        return new Snapshot(
                List.of(new AccountInfo(ALICE, "https://example.org"), new AccountInfo(BOB, "https://example.org")),
                Optional.of(new AccountView(
                        user, "DEVICE", "fingerprint", "https://example.org", online(), rooms, open)),
                Optional.of(KEYS));
    }

    /** What a core says of Alice's account while it opens it. */
    public static Snapshot opening() {
        Connection connecting = new Connection(Connection.State.CONNECTING, OptionalLong.empty(), Optional.empty());
        return new Snapshot(List.of(new AccountInfo(ALICE, "https://example.org")), Optional.of(new AccountView(
                ALICE, "", "", "https://example.org", connecting, List.of(), Optional.empty())));
    }

    /** What a core says of Alice's account when it can't open it. */
    public static Snapshot closed(Problem.Code why) {
        Connection stopped = new Connection(
                Connection.State.STOPPED, OptionalLong.empty(), Optional.of(new Problem(why, "It can't be opened.")));
        return new Snapshot(List.of(new AccountInfo(ALICE, "https://example.org")), Optional.of(new AccountView(
                ALICE, "", "", "https://example.org", stopped, List.of(), Optional.empty())));
    }

    public static Connection online() {
        return new Connection(Connection.State.ONLINE, OptionalLong.empty(), Optional.empty());
    }
}
