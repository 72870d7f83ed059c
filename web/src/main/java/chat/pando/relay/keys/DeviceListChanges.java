package chat.pando.relay.keys;

import chat.pando.relay.db.Database;
import chat.pando.relay.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Answers which device lists changed between two syncs, for clients that were away. */
public final class DeviceListChanges {

    private final Database database;

    public DeviceListChanges(Database database) {
        this.database = database;
    }

    public ObjectNode between(String userId, long after, long upTo) {
        DeviceLists.Delta delta = database.read(handle -> DeviceLists.between(handle, userId, after, upTo));
        ObjectNode answer = Json.object();
        delta.changed().forEach(answer.putArray("changed")::add);
        delta.left().forEach(answer.putArray("left")::add);
        return answer;
    }
}
