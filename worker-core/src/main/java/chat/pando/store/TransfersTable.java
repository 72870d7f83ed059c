package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Long texts that have come, or are coming, by sender, room and id; those that are not settled stand apart. */
public final class TransfersTable extends TypedTable<TransferRow> {

    private static final String OPEN = "open";
    private static final String SETTLED = "settled";

    TransfersTable(Json json, Log log) {
        super(Table.TRANSFERS, json, log);
    }

    public Optional<TransferRow> get(Reads reads, RoomId room, UserId sender, String id) {
        return get(reads, List.of(key(OPEN, sender, room, id), key(SETTLED, sender, room, id))).values().stream()
                .findFirst();
    }

    /** The sender's transfers, in all rooms, of which parts are missing. */
    public List<TransferRow> open(Reads reads, UserId sender) {
        return scan(reads, KeyRange.startingWith(OPEN + SEPARATOR + sender.value() + SEPARATOR));
    }

    /** Writes a transfer in the place that fits its state. */
    public void store(Draft draft, TransferRow row) {
        if (row.state() != TransferRow.State.OPEN) {
            draft.delete(table(), key(OPEN, row.sender(), row.room(), row.head().id()));
        }
        put(draft, row);
    }

    private static String key(String place, UserId sender, RoomId room, String id) {
        return place + SEPARATOR + sender.value() + SEPARATOR + room.value() + SEPARATOR + id;
    }

    @Override
    protected String keyOf(TransferRow row) {
        String place = row.state() == TransferRow.State.OPEN ? OPEN : SETTLED;
        return key(place, row.sender(), row.room(), row.head().id());
    }

    @Override
    protected JsonObject encode(TransferRow row) {
        List<JsonValue> arrivals = new ArrayList<>();
        row.arrivals().forEach(arrival -> arrivals.add(JsonObject.builder()
                .put("index", arrival.index())
                .put("bytes", arrival.bytes())
                .put("event", arrival.event().value())
                .put("position", arrival.position().text())
                .build()));
        return JsonObject.builder()
                .put("room", row.room().value())
                .put("sender", row.sender().value())
                .put("head", row.head().encode())
                .put("number", row.number())
                .put("key", row.key())
                .put("outbox", row.outbox())
                .put("start", row.start())
                .put("arrivals", new JsonArray(arrivals))
                .put("shown", row.shown().map(Position::text))
                .put("state", row.state().name())
                .build();
    }

    @Override
    protected TransferRow decode(JsonObject body) {
        List<TransferRow.Arrival> arrivals = new ArrayList<>();
        body.requireArray("arrivals").objects().forEach(arrival -> arrivals.add(new TransferRow.Arrival(
                (int) arrival.requireInteger("index"),
                (int) arrival.requireInteger("bytes"),
                new EventId(arrival.requireString("event")),
                Position.parse(arrival.requireString("position")))));
        return new TransferRow(
                new RoomId(body.requireString("room")),
                new UserId(body.requireString("sender")),
                TransferHead.decode(body.requireObject("head")),
                body.requireInteger("number"),
                body.requireString("key"),
                body.requireInteger("outbox"),
                body.requireString("start"),
                arrivals,
                body.string("shown").map(Position::parse),
                TransferRow.State.valueOf(body.requireString("state")));
    }
}
