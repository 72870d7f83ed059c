package chat.pando.relay.sync;

import chat.pando.relay.events.Event;
import chat.pando.relay.events.EventRows;
import chat.pando.relay.json.Json;
import chat.pando.relay.log.Cursor;
import chat.pando.relay.log.Kind;
import chat.pando.relay.rooms.ClientEvents;
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
    private final Visibility visibility;

    JoinedRoom(Window window, String roomId, ClientEvents clientEvents, String epoch) {
        this.window = window;
        this.roomId = roomId;
        this.clientEvents = clientEvents;
        this.epoch = epoch;
        this.visibility = Visibility.of(window.handle(), roomId, window.userId());
    }

    /** The room as its members see it; with {@code whole} as if it had never been told of. */
    Optional<ObjectNode> joined(boolean whole, long now) {
        ObjectNode room = Json.object();
        long after = whole ? 0 : window.after();
        boolean news = putEvents(room, after, window.upTo(), whole || window.request().fullState());
        news |= putEphemeral(room, after, whole, now);
        news |= AccountDataSection.put(room, window, roomId, after, window.filter().roomAccountData());
        room.set("summary", RoomSummary.of(window, roomId));
        room.set("unread_notifications", UnreadCount.of(window, roomId));
        return news || whole || window.request().fullState() ? Optional.of(room) : Optional.empty();
    }

    /** The room up to the user's departure. */
    ObjectNode left(boolean whole, long departure) {
        ObjectNode room = Json.object();
        putEvents(room, whole ? 0 : window.after(), departure, whole);
        AccountDataSection.put(room, window, roomId, whole ? 0 : window.after(), window.filter().roomAccountData());
        return room;
    }

    private boolean putEvents(ObjectNode room, long after, long upTo, boolean wholeState) {
        int limit = window.filter().timeline().limit().map(Long::intValue).map(wanted -> Math.min(wanted, MAX_LIMIT))
                .orElse(DEFAULT_LIMIT);
        History history = new History(window.handle(), roomId, visibility, window.filter().timeline());
        History.Page page = history.before(upTo + 1, after, limit);
        List<Event> events = new ArrayList<>(page.events());
        Collections.reverse(events);
        // Where nothing was left out, the timeline starts right where the client's knowledge ends.
        long start = page.hasMore() ? events.isEmpty() ? upTo : events.get(0).position() - 1 : after;
        ObjectNode timeline = room.putObject("timeline");
        ArrayNode shown = timeline.putArray("events");
        events.forEach(event -> shown.add(clientEvents.inRoom(window.handle(), event, window.who(), visibility)));
        timeline.put("limited", page.hasMore()).put("prev_batch", new Cursor(epoch, start).toString());
        ArrayNode state = room.putObject("state").putArray("events");
        stateBeside(wholeState ? 0 : after, start, upTo).stream().filter(window.filter().state()::wants)
                .forEach(event -> state.add(clientEvents.inRoom(window.handle(), event, window.who(), visibility)));
        return !events.isEmpty() || !state.isEmpty();
    }

    /** The state a client cannot learn from the timeline: from before its start, or of types it does not show. */
    private List<Event> stateBeside(long after, long start, long upTo) {
        List<Event> state = new ArrayList<>(
                EventRows.stateBetween(window.handle(), roomId, after, Math.max(start, after)).list());
        EventRows.stateBetween(window.handle(), roomId, Math.max(start, after), upTo)
                .filter(event -> !window.filter().timeline().wants(event)).forEach(state::add);
        return state;
    }

    private boolean putEphemeral(ObjectNode room, long after, boolean whole, long now) {
        ArrayNode events = room.putObject("ephemeral").putArray("events");
        if (window.filter().ephemeral().wantsType("m.receipt")) {
            ObjectNode receipts = Receipts.between(window.handle(), window.userId(), roomId, after, window.upTo());
            if (!receipts.isEmpty()) {
                events.addObject().put("type", "m.receipt").set("content", receipts);
            }
        }
        if (window.filter().ephemeral().wantsType("m.typing")) {
            ObjectNode typing = Typing.now(window.handle(), roomId, now);
            if (whole ? !typing.path("user_ids").isEmpty() : typingChanged()) {
                events.addObject().put("type", "m.typing").set("content", typing);
            }
        }
        return !events.isEmpty();
    }

    private boolean typingChanged() {
        return window.handle().select("select 1 from log where topic = ? and kind = ? and position > ? "
                + "and position <= ? limit 1", roomId, Kind.TYPING.name(), window.after(), window.upTo())
                .mapTo(Integer.class).findOne().isPresent();
    }
}
