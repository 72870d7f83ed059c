package chat.pando.relay.sync;

import chat.pando.relay.events.Event;
import chat.pando.relay.events.EventRows;
import chat.pando.relay.json.Json;
import chat.pando.relay.log.Cursor;
import chat.pando.relay.log.Kind;
import chat.pando.relay.rooms.ClientEvents;
import chat.pando.relay.rooms.EventFilter;
import chat.pando.relay.rooms.History;
import chat.pando.relay.rooms.Receipts;
import chat.pando.relay.rooms.Typing;
import chat.pando.relay.rooms.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a sync says about one room the user is in, or was in until now. */
final class JoinedRoom {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 500;

    private final Window window;
    private final String roomId;
    private final ClientEvents clientEvents;
    private final String epoch;

    JoinedRoom(Window window, String roomId, ClientEvents clientEvents, String epoch) {
        this.window = window;
        this.roomId = roomId;
        this.clientEvents = clientEvents;
        this.epoch = epoch;
    }

    /** The room as its members see it; with {@code whole} as if it had never been told of. Empty without news. */
    Optional<ObjectNode> joined(boolean whole, long now) {
        ObjectNode room = Json.object();
        long after = whole ? 0 : window.after();
        boolean all = whole || window.request().fullState();
        boolean hasEvents = all || window.news().has(roomId, Kind.EVENT);
        boolean news = hasEvents ? putEvents(room, after, window.upTo(), all) : putNoEvents(room);
        boolean hasReceipts = all || window.news().has(roomId, Kind.RECEIPT) || window.hasOwn(Kind.RECEIPT);
        boolean isTypingNews = window.news().has(roomId, Kind.TYPING);
        news |= putEphemeral(room, after, hasReceipts, isTypingNews, all, now);
        if (all || window.hasOwn(Kind.ACCOUNT_DATA)) {
            news |= AccountDataSection.put(room, window, roomId, after, window.filter().roomAccountData());
        }
        if (hasEvents) {
            room.set("summary", RoomSummary.of(window, roomId));
        }
        if (hasEvents || hasReceipts) {
            room.set("unread_notifications", UnreadCount.of(window, roomId));
        }
        return news || all ? Optional.of(room) : Optional.empty();
    }

    /** The room up to the user's departure. */
    ObjectNode left(boolean whole, long departure) {
        ObjectNode room = Json.object();
        long after = whole ? 0 : window.after();
        putEvents(room, after, departure, whole);
        AccountDataSection.put(room, window, roomId, after, window.filter().roomAccountData());
        return room;
    }

    private boolean putEvents(ObjectNode room, long after, long upTo, boolean wholeState) {
        Visibility visibility = Visibility.of(window.handle(), roomId, window.userId());
        EventFilter filter = window.filter().timeline();
        int limit = (int) Math.min(MAX_LIMIT, filter.limit().orElse((long) DEFAULT_LIMIT));
        History.Page page = new History(window.handle(), roomId, visibility, filter).before(upTo + 1, after, limit);
        List<Event> events = new ArrayList<>(page.events());
        Collections.reverse(events);
        // Where nothing was left out, the timeline starts right where the client's knowledge ends.
        long start = page.hasMore() ? events.isEmpty() ? upTo : events.get(0).position() - 1 : after;
        ObjectNode timeline = room.putObject("timeline");
        timeline.set("events", clientEvents.inRoom(window.handle(), events, window.who(), visibility));
        timeline.put("limited", page.hasMore()).put("prev_batch", new Cursor(epoch, start).toString());
        List<Event> state = stateBeside(wholeState ? 0 : after, start, upTo);
        room.putObject("state").set("events",
                clientEvents.inRoom(window.handle(), state, window.who(), visibility));
        return !events.isEmpty() || !state.isEmpty();
    }

    private boolean putNoEvents(ObjectNode room) {
        ObjectNode timeline = room.putObject("timeline");
        timeline.putArray("events");
        timeline.put("limited", false).put("prev_batch", new Cursor(epoch, window.after()).toString());
        room.putObject("state").putArray("events");
        return false;
    }

    /** The state a client cannot learn from the timeline: from before its start, or of types it does not show. */
    private List<Event> stateBeside(long after, long start, long upTo) {
        List<Event> state = new ArrayList<>();
        long shownFrom = Math.max(start, after);
        if (shownFrom > after) {
            state.addAll(EventRows.stateBetween(window.handle(), roomId, after, shownFrom).list());
        }
        if (!window.filter().timeline().isOpen()) {
            EventRows.stateBetween(window.handle(), roomId, shownFrom, upTo)
                    .filter(event -> !window.filter().timeline().wants(event)).forEach(state::add);
        }
        return state.stream().filter(window.filter().state()::wants).toList();
    }

    private boolean putEphemeral(ObjectNode room, long after, boolean receiptNews, boolean typingNews, boolean all,
                                 long now) {
        ArrayNode events = room.putObject("ephemeral").putArray("events");
        if (receiptNews && window.filter().ephemeral().wantsType("m.receipt")) {
            ObjectNode receipts = Receipts.between(window.handle(), window.userId(), roomId, after, window.upTo());
            if (!receipts.isEmpty()) {
                events.addObject().put("type", "m.receipt").set("content", receipts);
            }
        }
        if ((typingNews || all) && window.filter().ephemeral().wantsType("m.typing")) {
            ObjectNode typing = Typing.now(window.handle(), roomId, now);
            if (typingNews || !typing.path("user_ids").isEmpty()) {
                events.addObject().put("type", "m.typing").set("content", typing);
            }
        }
        return !events.isEmpty();
    }
}
