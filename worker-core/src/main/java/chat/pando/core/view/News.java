package chat.pando.core.view;

import chat.pando.core.account.Account;
import chat.pando.matrix.RoomId;
import chat.pando.protocol.Delta;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.TimelineItem;
import chat.pando.store.Changes;
import chat.pando.store.GapsTable;
import chat.pando.store.MembersTable;
import chat.pando.store.MissingTable;
import chat.pando.store.OutboxRow;
import chat.pando.store.OutboxTable;
import chat.pando.store.Reads;
import chat.pando.store.Row;
import chat.pando.store.Table;
import chat.pando.store.Tables;
import chat.pando.store.TimelineRow;
import chat.pando.store.TimelineTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a commit changes in what tabs show, computed from the commit itself. */
public final class News {

    private final Account account;
    private final Tables tables;
    private final Reads reads;
    private final List<Delta> ofList = new ArrayList<>();
    private final Map<String, RoomNews> ofRooms = new LinkedHashMap<>();
    private Optional<Edition> listOnly = Optional.empty();

    /** @param reads the store after the commit */
    public News(Account account, Changes changes, Reads reads) {
        this.account = account;
        this.tables = account.tables();
        this.reads = reads;
        rows(changes, Table.ROOMS).forEach(this::room);
        rows(changes, Table.MEMBERS).keySet().forEach(key -> of(MembersTable.roomOf(key)).members = true);
        rows(changes, Table.OUTBOX).forEach(this::outbox);
        rows(changes, Table.GAPS).forEach(this::gap);
        rows(changes, Table.MISSING).forEach(this::missing);
        rows(changes, Table.TIMELINE).forEach(this::timeline);
    }

    /** What happened to one room's timeline and people. */
    private static final class RoomNews {

        private final Map<String, TimelineItem> changed = new LinkedHashMap<>();
        private final Set<String> removed = new LinkedHashSet<>();
        private boolean members;
        private boolean ends;
        private final Map<Part, Edition> editions = new HashMap<>();

        void change(TimelineItem item) {
            changed.put(item.key(), item);
            removed.remove(item.key());
        }

        void remove(String key) {
            if (!changed.containsKey(key)) {
                removed.add(key);
            }
        }

        List<TimelineItem> since(String window) {
            return changed.values().stream()
                    .filter(item -> item.order().compareTo(window) >= 0)
                    .toList();
        }
    }

    /**
     * The part of a room's news that a tab is told. Entries that changed are told to whoever shows their place; so for
     * one room, how many those are says which they are.
     */
    private record Part(int visible, boolean windowed) {}

    /**
     * The news for a tab: one edition for all tabs that are told the same.
     *
     * @param open   the room that it has open
     * @param window the position of the oldest entry that it shows of it; empty where it shows all that is stored
     */
    public Edition forTab(Optional<RoomId> open, String window) {
        return open.flatMap(room -> Optional.ofNullable(ofRooms.get(room.value()))
                        .map(news -> ofRoom(room, window, news)))
                .orElseGet(this::ofList);
    }

    private Edition ofList() {
        if (listOnly.isEmpty()) {
            listOnly = Optional.of(new Edition(ofList));
        }
        return listOnly.get();
    }

    private Edition ofRoom(RoomId room, String window, RoomNews news) {
        List<TimelineItem> visible = news.since(window);
        Part part = new Part(visible.size(), !window.isEmpty());
        Edition known = news.editions.get(part);
        if (known == null) {
            known = edition(room, visible, window, news);
            news.editions.put(part, known);
        }
        return known;
    }

    private Edition edition(RoomId room, List<TimelineItem> visible, String window, RoomNews news) {
        List<Delta> deltas = new ArrayList<>(ofList);
        if (!visible.isEmpty() || !news.removed.isEmpty() || news.ends) {
            deltas.add(new Delta.TimelineChanged(
                    room.value(),
                    visible,
                    List.copyOf(news.removed),
                    new Views(account).hasOlder(reads, room, window)));
        }
        if (news.members) {
            deltas.add(new Delta.MembersChanged(room.value(), new Views(account).members(reads, room)));
        }
        return new Edition(deltas);
    }

    private static Map<String, Optional<Row>> rows(Changes changes, Table table) {
        return changes.writes().getOrDefault(table, Map.of());
    }

    private RoomNews of(String room) {
        return ofRooms.computeIfAbsent(room, id -> new RoomNews());
    }

    private void room(String key, Optional<Row> row) {
        Optional<RoomSummary> summary = row.flatMap(tables.rooms()::read).flatMap(Views::summary);
        ofList.add(summary.<Delta>map(Delta.RoomChanged::new).orElseGet(() -> new Delta.RoomRemoved(key)));
        of(key).ends = true;
    }

    private void timeline(String key, Optional<Row> row) {
        row.flatMap(tables.timeline()::read).ifPresent(entry -> timeline(of(TimelineTable.roomOf(key)), entry));
    }

    private static void timeline(RoomNews news, TimelineRow entry) {
        String event = entry.event().value();
        if (!entry.key().equals(event)) {
            news.remove(event); // it may have been shown under its event id before it was known as our own
        }
        Entries.of(entry).ifPresentOrElse(news::change, () -> news.remove(entry.key()));
    }

    private void outbox(String key, Optional<Row> row) {
        RoomNews news = of(OutboxTable.roomOf(key));
        row.flatMap(tables.outbox()::read)
                .flatMap(entry -> Entries.of(entry, account.session().user()))
                .ifPresentOrElse(
                        news::change,
                        () -> news.remove(OutboxRow.keyOf(OutboxTable.numberOf(key))));
    }

    private void gap(String key, Optional<Row> row) {
        RoomNews news = of(GapsTable.roomOf(key));
        row.flatMap(tables.gaps()::read)
                .ifPresentOrElse(
                        gap -> news.change(Entries.of(gap)),
                        () -> news.remove(Entries.gapKey(GapsTable.stretchOf(key))));
    }

    private void missing(String key, Optional<Row> row) {
        RoomNews news = of(MissingTable.roomOf(key));
        row.flatMap(tables.missing()::read)
                .ifPresentOrElse(
                        missing -> news.change(Entries.of(missing)),
                        () -> news.remove(Entries.missingKey(MissingTable.positionOf(key))));
    }
}
