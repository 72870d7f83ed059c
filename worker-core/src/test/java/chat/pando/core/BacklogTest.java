package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.core.view.Backlog;
import chat.pando.core.view.Edition;
import chat.pando.protocol.AccountInfo;
import chat.pando.protocol.AccountView;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Member;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.RoomView;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.TimelineItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tab that is told later, and each thing once, ends up where one is that was told everything at once. */
class BacklogTest {

    private static final String ME = "@me:example.org";
    private static final int RUNS = 300;

    static LongStream seeds() {
        return LongStream.range(0, RUNS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoIsToldLaterShowsTheSame(long seed) {
        Random random = new Random(seed);
        ShownState atOnce = begun();
        ShownState later = begun();
        Backlog backlog = Backlog.NONE;
        for (int step = 0; step < 60; step++) {
            List<Delta> deltas = IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(i -> delta(random)).toList();
            deltas.forEach(atOnce::apply);
            backlog = new Edition(deltas).after(backlog);
            if (random.nextInt(12) == 0) {
                backlog.deltas().forEach(later::apply);
                backlog = Backlog.NONE;
                assertEquals(atOnce.picture(), later.picture(), "after step " + step);
            }
        }
        backlog.deltas().forEach(later::apply);
        assertEquals(atOnce.picture(), later.picture());
    }

    @Test
    void theSameThingOverAndOverTakesNoMoreRoom() {
        Backlog backlog = Backlog.NONE;
        for (int time = 0; time < 10_000; time++) {
            Delta online = new Delta.ConnectionChanged(
                    new Connection(Connection.State.WAITING, OptionalLong.of(time), Optional.empty()));
            backlog = new Edition(List.of(room("A", time), online, changed("A", item(1, time)))).after(backlog);
        }
        assertFalse(backlog.isTooLong());
        assertEquals(3, backlog.deltas().size());
    }

    @Test
    void ofTooManyThingsItSaysSo() {
        Backlog backlog = Backlog.NONE;
        for (int number = 0; !backlog.isTooLong(); number++) {
            assertTrue(number < 10_000, "it grows without bounds");
            backlog = new Edition(List.of(changed("A", item(number, 0)))).after(backlog);
        }
    }

    @Test
    void tabsInTheSameSituationShareABacklog() {
        Edition first = new Edition(List.of(room("A", 1)));
        Edition second = new Edition(List.of(room("B", 2)));
        Backlog one = second.after(first.after(Backlog.NONE));
        Backlog other = second.after(first.after(Backlog.NONE));
        assertSame(one, other);
        assertSame(one.written(), other.written());
    }

    private static ShownState begun() {
        Connection connection = new Connection(Connection.State.ONLINE, OptionalLong.empty(), Optional.empty());
        ShownState state = new ShownState();
        state.start(new Snapshot(
                List.of(new AccountInfo(ME, "https://example.org")),
                Optional.of(new AccountView(
                        ME, "DEVICE", "print", "https://example.org", connection, List.of(), Optional.empty()))));
        return state;
    }

    private static Delta delta(Random random) {
        String room = random.nextInt(3) == 0 ? "B" : "A";
        switch (random.nextInt(12)) {
            case 0:
                return new Delta.AccountsChanged(
                        List.of(new AccountInfo("@u" + random.nextInt(3) + ":example.org", "https://example.org")));
            case 1:
                return new Delta.ConnectionChanged(new Connection(
                        Connection.State.WAITING, OptionalLong.of(random.nextInt(9)), Optional.empty()));
            case 2:
                return new Delta.RoomRemoved(room);
            case 3:
            case 4:
                return room(room, random.nextInt(100));
            case 5:
                return new Delta.RoomOpened(new RoomView(room, items(random), random.nextBoolean(), members(random)));
            case 6:
                return new Delta.MembersChanged(room, members(random));
            case 7:
                return random.nextInt(20) == 0 ? new Delta.SignedOut(ME) : room(room, random.nextInt(100));
            default:
                return new Delta.TimelineChanged(room, items(random), keys(random), random.nextBoolean());
        }
    }

    private static Delta room(String id, int unread) {
        return new Delta.RoomChanged(new RoomSummary(
                id, "Room " + id, RoomSummary.Membership.JOIN, true, Optional.empty(), unread, "", unread, 2));
    }

    private static Delta changed(String room, TimelineItem item) {
        return new Delta.TimelineChanged(room, List.of(item), List.of(), false);
    }

    /** Each key once, as in what the core says. */
    private static List<TimelineItem> items(Random random) {
        List<TimelineItem> items = new ArrayList<>();
        random.ints(0, 8).limit(random.nextInt(4)).distinct().forEach(key -> items.add(item(key, random.nextInt(9))));
        return items;
    }

    private static List<String> keys(Random random) {
        return random.ints(0, 8).limit(random.nextInt(3)).distinct().mapToObj(key -> "k" + key).toList();
    }

    private static TimelineItem item(int key, int version) {
        return new TimelineItem(
                "k" + key,
                Optional.empty(),
                key + "." + version,
                ME,
                version,
                new TimelineItem.Content.Text(TimelineItem.Content.Text.Kind.TEXT, "version " + version),
                TimelineItem.State.SENT,
                Optional.empty());
    }

    private static List<Member> members(Random random) {
        return List.of(new Member("@m" + random.nextInt(4) + ":example.org", Optional.empty(), false, 0));
    }
}
