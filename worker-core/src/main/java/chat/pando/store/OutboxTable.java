package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.TransactionId;
import java.util.List;
import java.util.Optional;

/** The outbox, by room and number: in the order in which each room's messages were written. */
public final class OutboxTable extends TypedTable<OutboxRow> {

    private static final int DIGITS = 12;

    OutboxTable(Json json, Log log) {
        super(Table.OUTBOX, json, log);
    }

    /** The room that a key of this table belongs to. */
    public static String roomOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    /** The number that a key of this table ends in. */
    public static long numberOf(String key) {
        return Long.parseLong(key.substring(key.indexOf(SEPARATOR) + 1));
    }

    public Optional<OutboxRow> get(Reads reads, RoomId room, long number) {
        return get(reads, key(room, number));
    }

    public List<OutboxRow> of(Reads reads, RoomId room) {
        return scan(reads, KeyRange.startingWith(room.value() + SEPARATOR));
    }

    public List<OutboxRow> all(Reads reads) {
        return scan(reads, KeyRange.all());
    }

    /** A number at fixed width, so that it sorts. */
    public static String padded(long number) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, DIGITS - text.length())) + text;
    }

    private static String key(RoomId room, long number) {
        return room.value() + SEPARATOR + padded(number);
    }

    @Override
    protected String keyOf(OutboxRow row) {
        return key(row.room(), row.number());
    }

    @Override
    protected JsonObject encode(OutboxRow row) {
        JsonObject.Builder body = JsonObject.builder()
                .put("room", row.room().value())
                .put("number", row.number())
                .put("transaction", row.transaction().value())
                .put("written_at", row.writtenAt())
                .put("type", row.type())
                .put("content", row.content())
                .put("state", row.state().name())
                .put("event", row.event().map(EventId::value));
        row.sealed().ifPresent(sealed ->
                body.put("sealed_type", sealed.type())
                        .put("sealed_content", sealed.content())
                        .put("doubtful", sealed.doubtful())
                        .put("counted", sealed.number()));
        row.failure().ifPresent(failure ->
                body.put("failure_code", failure.code()).put("failure_words", failure.words()));
        row.parts().ifPresent(parts -> body.put("transfer", parts.head().encode())
                .put("accepted", JsonArray.ofStrings(parts.accepted().stream().map(EventId::value).toList()))
                .put("withdrawn", parts.withdrawn()));
        return body.build();
    }

    @Override
    protected OutboxRow decode(JsonObject body) {
        return new OutboxRow(
                new RoomId(body.requireString("room")),
                body.requireInteger("number"),
                new TransactionId(body.requireString("transaction")),
                body.requireInteger("written_at"),
                body.requireString("type"),
                body.requireObject("content"),
                OutboxRow.State.valueOf(body.requireString("state")),
                body.string("sealed_type").map(type -> new OutboxRow.Sealed(
                        type,
                        body.requireObject("sealed_content"),
                        body.bool("doubtful").orElse(true),
                        body.integer("counted").orElse(0))),
                body.string("event").map(EventId::new),
                body.string("failure_code")
                        .map(code -> new OutboxRow.Failure(code, body.requireString("failure_words"))),
                body.object("transfer").map(head -> new OutboxRow.Parts(
                        TransferHead.decode(head),
                        events(body.requireArray("accepted")),
                        body.requireBool("withdrawn"))));
    }

    private static List<EventId> events(JsonArray ids) {
        return ids.strings().stream().map(EventId::new).toList();
    }
}
