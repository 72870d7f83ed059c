package chat.pando.machine;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A user's id and a device's id, which together name a device; and lists of them as a request's notes hold them. */
public record DeviceName(UserId user, DeviceId device) {

    static DeviceName of(Device device) {
        return new DeviceName(device.user(), device.id());
    }

    static JsonObject write(Collection<Device> devices) {
        TreeMap<String, TreeSet<String>> byUser = new TreeMap<>();
        devices.forEach(device -> byUser.computeIfAbsent(device.user().value(), user -> new TreeSet<>())
                .add(device.id().value()));
        JsonObject.Builder json = JsonObject.builder();
        byUser.forEach((user, ids) -> json.put(user, JsonArray.ofStrings(ids)));
        return json.build();
    }

    static Set<DeviceName> read(JsonObject json) {
        Set<DeviceName> found = new LinkedHashSet<>();
        for (String user : json.names()) {
            json.array(user).orElse(JsonArray.EMPTY).strings().forEach(
                    device -> found.add(new DeviceName(new UserId(user), new DeviceId(device))));
        }
        return found;
    }

    @Override
    public String toString() {
        return "DeviceName";
    }
}
