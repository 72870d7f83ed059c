package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The devices of other users and our own, one row per user. Only what was checked is stored here. */
public final class Devices {

    private final RowReader reader;

    public Devices(RowReader reader) {
        this.reader = reader;
    }

    public DeviceList get(Reads reads, UserId user) {
        return reader.read(Table.DEVICES, reads.get(Table.DEVICES, user.value()), Devices::decode)
                .orElse(DeviceList.EMPTY);
    }

    /** The lists of those users of whom any was stored. */
    public Map<UserId, DeviceList> get(Reads reads, Set<UserId> users) {
        Set<String> keys = new TreeSet<>();
        users.forEach(user -> keys.add(user.value()));
        Map<UserId, DeviceList> lists = new HashMap<>();
        reader.readAll(Table.DEVICES, reads.get(Table.DEVICES, keys).values(), Devices::decode)
                .forEach((key, list) -> lists.put(new UserId(key), list));
        return lists;
    }

    public void put(Draft draft, UserId user, DeviceList list) {
        JsonObject.Builder devices = JsonObject.builder();
        for (Device device : list.all()) {
            devices.put(device.id().value(), JsonObject.builder()
                    .put("signing", device.signing().base64())
                    .put("identity", device.identity().base64())
                    .put("keys", device.keys())
                    .build());
        }
        JsonObject body = JsonObject.builder().put("devices", devices.build()).build();
        draft.put(Table.DEVICES, new Row(user.value(), body.text()));
    }

    private static DeviceList decode(JsonObject body, Row row) throws CryptoException {
        UserId user = new UserId(row.key());
        Map<DeviceId, Device> devices = new TreeMap<>();
        JsonObject stored = body.requireObject("devices");
        for (String id : stored.names()) {
            JsonObject device = stored.requireObject(id);
            devices.put(new DeviceId(id), new Device(
                    user,
                    new DeviceId(id),
                    Ed25519PublicKey.fromBase64(device.requireString("signing")),
                    Curve25519PublicKey.fromBase64(device.requireString("identity")),
                    device.requireObject("keys")));
        }
        return new DeviceList(devices);
    }
}
