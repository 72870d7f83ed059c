package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The devices of others, and our other ones, that have shown that they run Pando: by a letter, or in a message. */
public final class PandoDevices {

    private final RowReader reader;

    public PandoDevices(RowReader reader) {
        this.reader = reader;
    }

    /** Those of the devices that run Pando. */
    public Set<Device> among(Reads reads, Collection<Device> devices) {
        Set<String> keys = new TreeSet<>();
        devices.forEach(device -> keys.add(key(device.user(), device.id())));
        Map<String, String> rows = reader.readAll(
                Table.PANDO_DEVICES,
                reads.get(Table.PANDO_DEVICES, keys).values(),
                (body, row) -> body.requireString("identity"));
        Set<Device> found = new LinkedHashSet<>();
        for (Device device : devices) {
            if (device.identity().base64().equals(rows.get(key(device.user(), device.id())))) {
                found.add(device);
            }
        }
        return found;
    }

    public void add(Draft draft, Device device) {
        JsonObject body = JsonObject.builder().put("identity", device.identity().base64()).build();
        draft.put(Table.PANDO_DEVICES, new Row(key(device.user(), device.id()), body.text()));
    }

    public void delete(Draft draft, UserId user, DeviceId device) {
        if (draft.get(Table.PANDO_DEVICES, key(user, device)).isPresent()) {
            draft.delete(Table.PANDO_DEVICES, key(user, device));
        }
    }

    private static String key(UserId user, DeviceId device) {
        return RowKey.of(user.value(), device.value());
    }
}
