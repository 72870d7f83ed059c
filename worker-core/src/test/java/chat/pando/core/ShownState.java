package chat.pando.core;

import chat.pando.protocol.AccountInfo;
import chat.pando.protocol.AccountView;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Member;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.RoomView;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.TimelineItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a tab shows, as the protocol says: a snapshot, kept up to date by deltas. */
final class ShownState {

    private List<AccountInfo> accounts = List.of();
    private Optional<String> userId = Optional.empty();
    private Optional<Connection> connection = Optional.empty();
    private final Map<String, RoomSummary> rooms = new TreeMap<>();
    private Optional<String> open = Optional.empty();
    private final Map<String, TimelineItem> items = new TreeMap<>();
    private List<Member> members = List.of();
    private boolean hasOlder;

    void start(Snapshot snapshot) {
        accounts = snapshot.accounts();
        signedOut();
        userId = snapshot.view().map(AccountView::userId);
        connection = snapshot.view().map(AccountView::connection);
        snapshot.view().ifPresent(view -> {
            view.rooms().forEach(summary -> rooms.put(summary.id(), summary));
            view.open().ifPresent(this::opened);
        });
    }

    void apply(Delta delta) {
        if (delta instanceof Delta.AccountsChanged changed) {
            accounts = changed.accounts();
        } else if (delta instanceof Delta.SignedOut out) {
            if (userId.equals(Optional.of(out.userId()))) {
                signedOut();
            }
        } else if (userId.isPresent()) {
            applyToAccount(delta);
        }
    }

    private void applyToAccount(Delta delta) {
        if (delta instanceof Delta.ConnectionChanged changed) {
            connection = Optional.of(changed.connection());
        } else if (delta instanceof Delta.RoomChanged changed) {
            rooms.put(changed.room().id(), changed.room());
        } else if (delta instanceof Delta.RoomRemoved removed) {
            rooms.remove(removed.room());
            if (isOpen(removed.room())) {
                closed();
            }
        } else if (delta instanceof Delta.RoomOpened opened) {
            opened(opened.room());
        } else if (delta instanceof Delta.TimelineChanged changed && isOpen(changed.room())) {
            changed.removed().forEach(items::remove);
            changed.changed().forEach(item -> items.put(item.key(), item));
            hasOlder = changed.hasOlder();
        } else if (delta instanceof Delta.MembersChanged changed && isOpen(changed.room())) {
            members = changed.members();
        }
    }

    private boolean isOpen(String room) {
        return open.equals(Optional.of(room));
    }

    private void opened(RoomView room) {
        closed();
        open = Optional.of(room.id());
        room.items().forEach(item -> items.put(item.key(), item));
        members = room.members();
        hasOlder = room.hasOlder();
    }

    private void closed() {
        open = Optional.empty();
        items.clear();
        members = List.of();
        hasOlder = false;
    }

    private void signedOut() {
        userId = Optional.empty();
        connection = Optional.empty();
        rooms.clear();
        closed();
    }

    List<AccountInfo> accounts() {
        return accounts;
    }

    Optional<String> userId() {
        return userId;
    }

    Optional<Connection> connection() {
        return connection;
    }

    Optional<String> open() {
        return open;
    }

    boolean hasOlder() {
        return hasOlder;
    }

    Optional<RoomSummary> room(String id) {
        return Optional.ofNullable(rooms.get(id));
    }

    Map<String, TimelineItem> items() {
        return items;
    }

    /** All of it as it is now. */
    List<Object> picture() {
        return List.of(accounts, userId, connection, Map.copyOf(rooms), open, Map.copyOf(items), members, hasOlder);
    }
}
