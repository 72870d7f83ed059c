package chat.pando.protocol;

import chat.pando.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One value or more of every variant of the protocol, with each optional part both there and absent. */
final class Samples {

    private static final String ROOM = "!grove:example.org";
    private static final Problem PROBLEM = new Problem(Problem.Code.RATE_LIMITED, "The server asks to wait a minute.");

    private Samples() {}

    static List<ToCore> toCore() {
        List<ToCore> all = new ArrayList<>(List.of(
                new Hello(ToCore.VERSION, "tab1", Optional.empty(), false, Optional.empty(), false),
                new Hello(7, "tab2", Optional.of("@alice:example.org"), true, Optional.of(ROOM), true),
                new Seen(41),
                new Attention(true),
                new Goodbye()));
        commands().forEach(command -> all.add(new Call("call" + all.size(), Optional.of("@alice:example.org"), command)));
        return all;
    }

    static List<Command> commands() {
        return List.of(
                new Command.SignIn("example.org", "alice", "p\"w\n☃"),
                new Command.CreateAccount("https://example.org", "bob", ""),
                new Command.SignOut(),
                new Command.CreateRoom("Grove", List.of("@bob:example.org", "@carol:example.org"), true),
                new Command.CreateRoom("", List.of(), false),
                new Command.AcceptInvite(ROOM),
                new Command.DeclineInvite(ROOM),
                new Command.LeaveRoom(ROOM),
                new Command.InviteUser(ROOM, "@carol:example.org"),
                new Command.SendText(ROOM, "two\nlines"),
                new Command.ReadText(ROOM, "@bob:example.org", "t1"),
                new Command.RetryMessage(ROOM, "k1"),
                new Command.RetryAll(ROOM),
                new Command.DiscardMessage(ROOM, "k2"),
                new Command.OpenRoom(ROOM),
                new Command.CloseRoom(),
                new Command.LoadOlder(ROOM),
                new Command.MarkRead(ROOM, "$event"),
                new Command.Reconnect());
    }

    static List<FromCore> fromCore() {
        List<FromCore> all = new ArrayList<>(List.of(
                new Welcome("i1", "pando-alive/i1", 0, new Snapshot(List.of(), Optional.empty())),
                new Welcome("i1", "pando-alive/i1", 41, new Snapshot(List.of(account()), Optional.of(view()))),
                new Welcome("i1", "pando-alive/i1", 42, new Snapshot(List.of(), Optional.empty(), Optional.of("Well"))),
                new Update("i1", 42, deltas()),
                new Update("i1", 43, List.of()),
                new Settled("i1", "c1", Outcome.Done.PLAIN),
                new Settled(
                        "i1", "c2", new Outcome.Done(JsonObject.builder().put("room_id", ROOM).build())),
                new Incompatible("i1", 2),
                new Moved("i1", "worker.js?v=2", 2),
                new Stranger("i1")));
        for (Problem.Code code : Problem.Code.values()) {
            all.add(new Settled("i1", "c3", new Outcome.Refused(new Problem(code, "What to do next."))));
        }
        return all;
    }

    static List<Delta> deltas() {
        List<Delta> all = new ArrayList<>(List.of(
                new Delta.AccountsChanged(List.of(account())),
                new Delta.RoomChanged(room()),
                new Delta.RoomChanged(invitation()),
                new Delta.RoomRemoved(ROOM),
                new Delta.RoomOpened(openRoom()),
                new Delta.TimelineChanged(ROOM, items(), List.of("k9"), false),
                new Delta.MembersChanged(ROOM, members()),
                new Delta.SignedOut("@alice:example.org")));
        for (Connection.State state : Connection.State.values()) {
            all.add(new Delta.ConnectionChanged(new Connection(state, OptionalLong.empty(), Optional.empty())));
        }
        return all;
    }

    static List<TimelineItem> items() {
        List<TimelineItem.Content> contents = List.of(
                new TimelineItem.Content.Text(TimelineItem.Content.Text.Kind.TEXT, "hello"),
                new TimelineItem.Content.Text(TimelineItem.Content.Text.Kind.NOTICE, "noted"),
                new TimelineItem.Content.Text(TimelineItem.Content.Text.Kind.EMOTE, "waves"),
                new TimelineItem.Content.LongText(
                        "t1", "It begins", 200_000, 5, 3, TimelineItem.Content.LongText.Standing.OPEN),
                new TimelineItem.Content.Other("m.image", "tree.png"),
                new TimelineItem.Content.Happening("@bob:example.org joined"),
                new TimelineItem.Content.Undecryptable("Its key hasn't come yet."),
                new TimelineItem.Content.Redacted(),
                new TimelineItem.Content.Gap(),
                new TimelineItem.Content.Missing(3));
        List<TimelineItem> items = new ArrayList<>();
        for (TimelineItem.Content content : contents) {
            for (TimelineItem.State state : TimelineItem.State.values()) {
                boolean failed = state == TimelineItem.State.FAILED;
                items.add(new TimelineItem(
                        "k" + items.size(),
                        failed ? Optional.empty() : Optional.of("$e" + items.size()),
                        "0001" + items.size(),
                        "@bob:example.org",
                        1_790_000_000_123L,
                        content,
                        state,
                        failed ? Optional.of(PROBLEM) : Optional.empty()));
            }
        }
        return items;
    }

    private static AccountInfo account() {
        return new AccountInfo("@alice:example.org", "https://matrix.example.org");
    }

    private static AccountView view() {
        return new AccountView(
                "@alice:example.org",
                "DEVICE",
                "fingerprint",
                "https://matrix.example.org",
                new Connection(Connection.State.WAITING, OptionalLong.of(1_790_000_000_000L), Optional.of(PROBLEM)),
                List.of(room(), invitation()),
                Optional.of(openRoom()));
    }

    private static RoomSummary room() {
        return new RoomSummary(
                ROOM, "Grove", RoomSummary.Membership.JOIN, true, Optional.empty(), 1_790_000_000_000L, "hello", 3, 2);
    }

    private static RoomSummary invitation() {
        return new RoomSummary(
                "!other:example.org", "Other", RoomSummary.Membership.INVITE, false,
                Optional.of("@carol:example.org"), 0, "", 0, 1);
    }

    private static RoomView openRoom() {
        return new RoomView(ROOM, items(), true, members());
    }

    private static List<Member> members() {
        return List.of(
                new Member("@alice:example.org", Optional.of("Alice"), false, 100),
                new Member("@bob:example.org", Optional.empty(), true, -1));
    }
}
