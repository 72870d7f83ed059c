package chat.pando.relay.keys;

import chat.pando.relay.db.Database;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.log.Kind;
import chat.pando.relay.log.Log;
import chat.pando.relay.log.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages from device to device, kept until the receiver's next sync says that they arrived. */
public final class ToDevice {

    /** How many messages one answer carries; the others follow in the next ones. */
    static final int LIMIT = 100;

    private final Database database;

    public ToDevice(Database database) {
        this.database = database;
    }

    public void send(Requester who, String type, String txnId, ObjectNode body) {
        List<Letter> letters = letters(Fields.requireObject(body, "messages"));
        database.change(handle -> Transactions.once(handle, who, "to_device " + type, txnId, () -> {
            letters.forEach(letter -> deliver(handle, who.userId(), type, letter));
            return "";
        }));
    }

    /** The messages that wait for a device after one position and up to another. */
    public static Batch waiting(Handle handle, Requester who, long after, long upTo) {
        List<Map.Entry<Long, ObjectNode>> waiting = handle.select("select position, sender, type, content "
                        + "from to_device where user_id = ? and device_id = ? and position > ? and position <= ? "
                        + "order by position limit ?", who.userId(), who.deviceId(), after, upTo, LIMIT + 1)
                .map((row, context) -> Map.entry(row.getLong(1), event(row.getString(2), row.getString(3),
                        row.getString(4)))).list();
        ArrayNode events = Json.array();
        waiting.stream().limit(LIMIT).forEach(message -> events.add(message.getValue()));
        return new Batch(events, waiting.size() > LIMIT ? waiting.get(LIMIT - 1).getKey() : upTo);
    }

    /** Forgets what a device has received: its sync asked for what comes after. */
    public void acknowledge(Requester who, long upTo) {
        boolean anything = database.read(handle -> handle.select("select 1 from to_device where user_id = ? "
                + "and device_id = ? and position <= ? limit 1", who.userId(), who.deviceId(), upTo)
                .mapTo(Integer.class).findOne().isPresent());
        if (anything) {
            database.change(handle -> handle.execute("delete from to_device where user_id = ? and device_id = ? "
                    + "and position <= ?", who.userId(), who.deviceId(), upTo));
        }
    }

    private static List<Letter> letters(ObjectNode messages) {
        List<Letter> letters = new ArrayList<>();
        messages.properties().forEach(user -> Fields.asObject(user.getValue(), "messages").properties()
                .forEach(device -> letters.add(new Letter(user.getKey(), device.getKey(),
                        Fields.asObject(device.getValue(), "messages")))));
        return letters;
    }

    private static void deliver(Handle handle, String sender, String type, Letter letter) {
        List<String> devices = handle.select("select device_id from devices where user_id = ? and (? = '*' "
                + "or device_id = ?) order by device_id", letter.userId(), letter.deviceId(), letter.deviceId())
                .mapTo(String.class).list();
        for (String deviceId : devices) {
            long position = Log.append(handle, letter.userId(), Kind.TO_DEVICE);
            handle.execute("insert into to_device (position, user_id, device_id, sender, type, content) "
                    + "values (?, ?, ?, ?, ?, ?)", position, letter.userId(), deviceId, sender, type,
                    Json.text(letter.content()));
        }
    }

    private static ObjectNode event(String sender, String type, String content) {
        ObjectNode event = Json.object().put("type", type).put("sender", sender);
        event.set("content", Json.stored(content));
        return event;
    }

    private record Letter(String userId, String deviceId, JsonNode content) {
    }

    /** Messages, and the position up to which they are complete. */
    public record Batch(ArrayNode events, long upTo) {
    }
}
