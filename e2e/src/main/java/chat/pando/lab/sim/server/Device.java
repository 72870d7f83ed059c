package chat.pando.lab.sim.server;

import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the server holds of one device. */
final class Device {

    final String user;
    final String id;
    final String token;
    Optional<JsonObject> keys = Optional.empty();
    /** The position at which its keys were first known. */
    long keysAt = Long.MAX_VALUE;
    final LinkedHashMap<String, JsonValue> oneTimeKeys = new LinkedHashMap<>();
    /** The one-time keys that it has ever uploaded, also those that were claimed since. */
    final Map<String, JsonValue> everUploaded = new HashMap<>();
    Optional<Map.Entry<String, JsonValue>> fallback = Optional.empty();
    boolean fallbackUsed;
    final List<Delivery> inbox = new ArrayList<>();
    /** What was sent under each transaction: the event's id, or nothing for to-device messages. */
    final Map<String, String> transactions = new HashMap<>();
    /** The position that the device has acknowledged. */
    long acknowledged;
    /** The position of the last thing that concerns it. */
    long latestNews;

    Device(String user, String id, String token) {
        this.user = user;
        this.id = id;
        this.token = token;
    }

    /** A to-device message that waits. */
    record Delivery(long position, JsonObject event) {}

    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}
