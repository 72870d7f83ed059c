package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Optional;

/** What timelines show, by room and position. */
public final class TimelineTable extends TypedTable<TimelineRow> {

    TimelineTable(Json json, Log log) {
        super(Table.TIMELINE, json, log);
    }

    /** The room that a key of this table belongs to. */
    public static String roomOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    public Optional<TimelineRow> get(Reads reads, RoomId room, Position position) {
        return get(reads, key(room, position.text()));
    }

    /** At most so many entries before a position, the newest first. */
    public List<TimelineRow> before(Reads reads, RoomId room, String position, int limit) {
        return scan(reads, new KeyRange(key(room, ""), key(room, position)), Direction.DESCENDING, limit);
    }

    public Optional<TimelineRow> first(Reads reads, RoomId room) {
        return scan(reads, KeyRange.startingWith(key(room, "")), Direction.ASCENDING, 1).stream().findFirst();
    }

    /** The entries after a position, the oldest first. */
    public List<TimelineRow> after(Reads reads, RoomId room, String position) {
        KeyRange range = new KeyRange(key(room, position) + "\u0000", KeyRange.startingWith(key(room, "")).to());
        return scan(reads, range);
    }

    /** At most so many entries after a position, the oldest first. */
    public List<TimelineRow> after(Reads reads, RoomId room, String position, int limit) {
        KeyRange range = new KeyRange(key(room, position) + "\u0000", KeyRange.startingWith(key(room, "")).to());
        return scan(reads, range, Direction.ASCENDING, limit);
    }

    /** The entries after a position, up to and with another one, the oldest first. */
    public List<TimelineRow> between(Reads reads, RoomId room, String after, Position upTo) {
        return scan(reads, new KeyRange(key(room, after) + "\u0000", key(room, upTo.text()) + "\u0000"));
    }

    private static String key(RoomId room, String position) {
        return room.value() + SEPARATOR + position;
    }

    @Override
    protected String keyOf(TimelineRow row) {
        return key(row.room(), row.position().text());
    }

    @Override
    protected JsonObject encode(TimelineRow row) {
        JsonObject.Builder body = JsonObject.builder()
                .put("room", row.room().value())
                .put("position", row.position().text())
                .put("key", row.key())
                .put("event", row.event().value())
                .put("sender", row.sender().value())
                .put("timestamp", row.timestamp())
                .put("type", row.type())
                .put("state_key", row.stateKey())
                .put("content", row.content())
                .put("standing", row.standing().name());
        if (!row.previous().isEmpty()) {
            body.put("previous", row.previous());
        }
        row.undecrypted().ifPresent(why -> body.put("session", why.session()).put("reason", why.reason()));
        row.longText().ifPresent(text -> body.put("transfer", text.head().encode())
                .put("present", text.present())
                .put("transfer_state", text.state().name()));
        return body.build();
    }

    @Override
    protected TimelineRow decode(JsonObject body) {
        return new TimelineRow(
                new RoomId(body.requireString("room")),
                Position.parse(body.requireString("position")),
                body.requireString("key"),
                new EventId(body.requireString("event")),
                new UserId(body.requireString("sender")),
                body.requireInteger("timestamp"),
                body.requireString("type"),
                body.string("state_key"),
                body.requireObject("content"),
                body.at("previous"),
                TimelineRow.Standing.valueOf(body.requireString("standing")),
                body.string("reason").map(reason ->
                        new TimelineRow.Undecrypted(body.requireString("session"), reason)),
                body.object("transfer").map(head -> new TimelineRow.LongText(
                        TransferHead.decode(head),
                        (int) body.requireInteger("present"),
                        TransferRow.State.valueOf(body.requireString("transfer_state")))));
    }
}
