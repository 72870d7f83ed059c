package chat.pando.core.view;

import chat.pando.core.account.Account;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.protocol.AccountView;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Member;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.RoomView;
import chat.pando.protocol.TimelineItem;
import chat.pando.store.GapRow;
import chat.pando.store.MemberRow;
import chat.pando.store.MissingRow;
import chat.pando.store.PartRow;
import chat.pando.store.Position;
import chat.pando.store.Reads;
import chat.pando.store.RoomRow;
import chat.pando.store.Tables;
import chat.pando.store.TimelineRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a tab shows of an account, at one moment. */
public final class Views {

    /** How many entries a room opens with, and how many more each step back shows. */
    public static final int PAGE = 50;

    private static final long CREATOR_POWER = 100;

    /** Above every position. */
    private static final String NEWEST = "~";

    private final Account account;
    private final Tables tables;

    public Views(Account account) {
        this.account = account;
        this.tables = account.tables();
    }

    /**
     * A room as a tab opens it.
     *
     * @param window the position of the oldest entry that is shown; empty where all that is stored is shown, so that
     *               more is stored before a window that isn't empty
     */
    public record OpenedRoom(RoomView view, String window) {}

    public AccountView account(Reads reads, Optional<RoomView> open) {
        List<RoomSummary> rooms = new ArrayList<>();
        tables.rooms().all(reads).forEach(row -> summary(row).ifPresent(rooms::add));
        return new AccountView(
                account.userId(),
                account.session().device().value(),
                account.machine().fingerprint(),
                account.session().server(),
                connection(),
                rooms,
                open);
    }

    public Connection connection() {
        return LinkWords.of(account.link());
    }

    /** The room in the list of rooms; empty where it isn't listed. */
    static Optional<RoomSummary> summary(RoomRow row) {
        if (row.membership() == RoomRow.Membership.LEAVE) {
            return Optional.empty();
        }
        return Optional.of(new RoomSummary(
                row.id().value(),
                row.name(),
                RoomSummary.Membership.valueOf(row.membership().name()),
                row.encrypted(),
                row.inviter().map(user -> user.value()),
                row.digest().activity(),
                row.digest().preview(),
                row.digest().unread(),
                row.joined()));
    }

    /** The room with its newest entries; empty where there is no such room. */
    public Optional<OpenedRoom> open(Reads reads, RoomId room) {
        return tables.rooms().get(reads, room).map(row -> open(reads, row));
    }

    private OpenedRoom open(Reads reads, RoomRow room) {
        Page newest = page(reads, room.id(), NEWEST);
        String window = newest.window();
        List<TimelineItem> items = newest.items();
        gaps(reads, room.id(), window).forEach(gap -> items.add(Entries.of(gap)));
        missing(reads, room.id(), window).forEach(row -> items.add(Entries.of(row)));
        tables.outbox().of(reads, room.id()).forEach(row ->
                Entries.of(row, account.session().user()).ifPresent(items::add));
        items.sort((a, b) -> a.order().compareTo(b.order()));
        RoomView view = new RoomView(
                room.id().value(), items, hasOlder(reads, room.id(), window), members(reads, room.id()));
        return new OpenedRoom(view, window);
    }

    /** Entries in the order in which they were read, and the window that has them at its beginning. */
    private record Page(List<TimelineItem> items, String window) {}

    /**
     * The stored entries next before a position; at least one, where there is one that is shown. One more is read, to
     * know whether more is stored.
     */
    private Page page(Reads reads, RoomId room, String position) {
        List<TimelineItem> items = new ArrayList<>();
        String window = position;
        do {
            List<TimelineRow> rows = tables.timeline().before(reads, room, window, PAGE + 1);
            rows.stream().limit(PAGE).forEach(row -> Entries.of(row).ifPresent(items::add));
            window = rows.size() > PAGE ? rows.get(PAGE - 1).position().text() : "";
        } while (items.isEmpty() && !window.isEmpty());
        return new Page(items, window);
    }

    private List<GapRow> gaps(Reads reads, RoomId room, String window) {
        return tables.gaps().of(reads, room).stream()
                .filter(gap -> Position.ofGapBefore(gap.stretch()).text().compareTo(window) >= 0)
                .toList();
    }

    private List<MissingRow> missing(Reads reads, RoomId room, String window) {
        return tables.missing().of(reads, room).stream()
                .filter(row -> row.position().text().compareTo(window) >= 0)
                .toList();
    }

    /** Whether anything is before a window, here or at the server. */
    public boolean hasOlder(Reads reads, RoomId room, String window) {
        return !window.isEmpty()
                || tables.rooms().get(reads, room).flatMap(row -> row.ends().older()).isPresent();
    }

    /** The stored entries next before a window, and the window with them. */
    public OlderEntries older(Reads reads, RoomId room, String window) {
        Page page = page(reads, room, window);
        List<TimelineItem> items = page.items();
        gaps(reads, room, page.window()).stream()
                .filter(gap -> Position.ofGapBefore(gap.stretch()).text().compareTo(window) < 0)
                .forEach(gap -> items.add(Entries.of(gap)));
        missing(reads, room, page.window()).stream()
                .filter(row -> row.position().text().compareTo(window) < 0)
                .forEach(row -> items.add(Entries.of(row)));
        return new OlderEntries(items, page.window(), hasOlder(reads, room, page.window()));
    }

    /** A long text as far as it is stored, with a line where parts are missing; empty where nothing of it is. */
    public Optional<String> text(Reads reads, RoomId room, UserId sender, String transfer) {
        List<PartRow> parts = tables.parts().of(reads, room, sender, transfer);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        int count = tables.transfers()
                .get(reads, room, sender, transfer)
                .map(row -> row.head().count())
                .orElse(parts.size());
        return Optional.of(LongWords.of(parts, count));
    }

    /** The position of the room's oldest stored entry. */
    public Optional<String> oldest(Reads reads, RoomId room) {
        return tables.timeline().first(reads, room).map(row -> row.position().text());
    }

    /** What a step back shows. */
    public record OlderEntries(List<TimelineItem> items, String window, boolean hasOlder) {}

    List<Member> members(Reads reads, RoomId room) {
        JsonObject state = tables.rooms().get(reads, room).map(RoomRow::state).orElse(JsonObject.EMPTY);
        List<Member> members = new ArrayList<>();
        for (MemberRow row : tables.members().of(reads, room)) {
            String user = row.user().value();
            members.add(new Member(user, row.displayName(), row.invited(), (int) power(state, user)));
        }
        return members;
    }

    /** Spec, section "m.room.power_levels"; without that event only the creator has any. */
    private static long power(JsonObject state, String user) {
        JsonObject levels = state.at("m.room.power_levels");
        if (!state.has("m.room.power_levels")) {
            return state.at("m.room.create").string("creator").equals(Optional.of(user)) ? CREATOR_POWER : 0;
        }
        return levels.at("users").integer(user).orElse(levels.integer("users_default").orElse(0));
    }
}
