package chat.pando.relay.events;

import chat.pando.relay.ids.RandomText;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.log.Kind;
import chat.pando.relay.log.Log;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** The only way by which an event comes to be: checked against the room's rules, stored, and told to the log. */
public final class Timeline {

    private final Clock clock;

    public Timeline(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes the room ours until the transaction ends, so that its state stands still while we look at it. Nobody is in
     * a room that does not exist, so that is the refusal, as it is for those who are not in a room that does.
     *
     * <p>Rows that refer to the room, such as receipts, are written without this lock, by transactions that may hold
     * the log's already: so it must be one that a reference to the room doesn't wait for.
     */
    public static void lock(Handle handle, String roomId) {
        handle.select("select 1 from rooms where room_id = ? for no key update", roomId).mapTo(Integer.class).findOne()
                .orElseThrow(() -> MatrixError.forbidden("You are not in this room"));
    }

    /** Accepts an event. The room is locked, or was created in this transaction. */
    public Event append(Handle handle, Draft draft) {
        String id = "$" + RandomText.urlSafe(32);
        long now = clock.millis();
        EventLimits.check(draft, id, now);
        new AuthRules(StoredState.now(handle, draft.roomId())).check(draft);
        Optional<Event> redacted = draft.redacts().flatMap(target -> redactable(handle, draft, target));
        long position = Log.append(handle, draft.roomId(), Kind.EVENT);
        Event event = new Event(position, id, draft.roomId(), draft.type(), draft.stateKey(), draft.sender(),
                draft.content(), now, draft.redacts(), Optional.empty(), draft.transaction());
        insert(handle, event);
        event.membership().ifPresent(membership -> setMembership(handle, event, membership));
        redacted.ifPresent(target -> redact(handle, target, event));
        return event;
    }

    /** Sets state, unless exactly that is the state already: then the event that set it is answered. */
    public Event setState(Handle handle, Draft draft) {
        String key = draft.stateKey().orElseThrow();
        Optional<Event> present = StoredState.now(handle, draft.roomId()).get(draft.type(), key);
        if (present.isPresent() && present.get().sender().equals(draft.sender())
                && present.get().content().equals(draft.content())) {
            return present.get();
        }
        return append(handle, draft);
    }

    private static void insert(Handle handle, Event event) {
        Optional<Relation> relation = Relation.of(event.content());
        handle.execute("insert into events (position, event_id, room_id, type, state_key, sender, content, "
                        + "origin_server_ts, membership, redacts, device_id, txn_id, relates_to, rel_type) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.position(), event.id(), event.roomId(), event.type(), event.stateKey().orElse(null),
                event.sender(), Json.text(event.content()), event.originServerTs(), event.membership().orElse(null),
                event.redacts().orElse(null), event.transaction().map(Event.Transaction::deviceId).orElse(null),
                event.transaction().map(Event.Transaction::id).orElse(null),
                relation.map(Relation::eventId).orElse(null), relation.map(Relation::type).orElse(null));
    }

    private static void setMembership(Handle handle, Event event, String membership) {
        String userId = event.stateKey().orElseThrow();
        handle.execute("insert into memberships (room_id, user_id, membership, position) values (?, ?, ?, ?) "
                        + "on conflict (room_id, user_id) do update set membership = excluded.membership, "
                        + "position = excluded.position, forgotten = false",
                event.roomId(), userId, membership, event.position());
        Log.append(handle, userId, Kind.EVENT);
    }

    private static Optional<Event> redactable(Handle handle, Draft redaction, String target) {
        Optional<Event> event = EventRows.byId(handle, redaction.roomId(), target);
        if (event.isEmpty()) {
            return Optional.empty();
        }
        PowerLevels levels = StoredState.now(handle, redaction.roomId()).powerLevels();
        boolean isOwn = event.get().sender().equals(redaction.sender());
        AuthRules.requireThat(isOwn || levels.user(redaction.sender()) >= levels.toRedact(),
                "Your power level is too low to redact this event");
        return event.filter(found -> !found.type().equals(Event.CREATE));
    }

    private static void redact(Handle handle, Event target, Event by) {
        String version = handle.select("select version from rooms where room_id = ?", target.roomId())
                .mapTo(String.class).one();
        ObjectNode pruned = Redaction.prune(version, target.type(), target.content());
        handle.execute("update events set content = ?, redacted_by = ?, relates_to = null, rel_type = null "
                + "where event_id = ?", Json.text(pruned), by.id(),
                target.id());
    }
}
