package chat.pando.relay.rooms;

import chat.pando.relay.accounts.Accounts;
import chat.pando.relay.db.Database;
import chat.pando.relay.events.Draft;
import chat.pando.relay.events.Event;
import chat.pando.relay.events.Timeline;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.log.Transactions;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** Sending events into rooms; a repeated transaction id is answered with the event it made the first time. */
public final class Sending {

    private final Database database;
    private final Timeline timeline;

    public Sending(Database database, Timeline timeline) {
        this.database = database;
        this.timeline = timeline;
    }

    public String message(Requester who, String roomId, String type, String txnId, ObjectNode content) {
        return database.write(handle -> {
            Timeline.lock(handle, roomId);
            Optional<String> requested = type.equals(Event.REDACTION)
                    ? Optional.of(content.path("redacts").asString("")).filter(id -> !id.isEmpty()) : Optional.empty();
            return Transactions.once(handle, who, "send " + roomId + " " + type, txnId, () -> {
                Draft draft = requested.map(target -> redaction(handle, who, roomId, target, txnId, content))
                        .orElseGet(() -> Draft.message(roomId, who.userId(), type, content, by(who, txnId)));
                return timeline.append(handle, draft).id();
            });
        });
    }

    public String redact(Requester who, String roomId, String eventId, String txnId, ObjectNode content) {
        return database.write(handle -> {
            Timeline.lock(handle, roomId);
            return Transactions.once(handle, who, "redact " + roomId + " " + eventId, txnId, () ->
                    timeline.append(handle, redaction(handle, who, roomId, eventId, txnId, content)).id());
        });
    }

    public String state(String userId, String roomId, String type, String key, ObjectNode content) {
        return database.write(handle -> {
            Timeline.lock(handle, roomId);
            checkInvitee(handle, type, key, content);
            return timeline.setState(handle, Draft.state(roomId, userId, type, key, content)).id();
        });
    }

    private static void checkInvitee(Handle handle, String type, String key, ObjectNode content) {
        boolean isInvite = type.equals(Event.MEMBER) && content.path("membership").asString("").equals("invite");
        if (isInvite) {
            Accounts.requireExists(handle, key);
        }
    }

    /** Room version 11 names the redacted event in the content, earlier ones beside it; clients know both. */
    private static Draft redaction(Handle handle, Requester who, String roomId, String target, String txnId,
                                   ObjectNode content) {
        String version = handle.select("select version from rooms where room_id = ?", roomId).mapTo(String.class).one();
        if (version.equals("11")) {
            content.put("redacts", target);
        }
        return Draft.redaction(roomId, who.userId(), target, content, by(who, txnId));
    }

    private static Event.Transaction by(Requester who, String txnId) {
        return new Event.Transaction(who.deviceId(), txnId);
    }
}
