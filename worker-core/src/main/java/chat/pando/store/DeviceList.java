package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.matrix.DeviceId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The devices of one user, by id. */
public record DeviceList(Map<DeviceId, Device> devices) {

    public static final DeviceList EMPTY = new DeviceList(Map.of());

    public DeviceList {
        devices = Collections.unmodifiableMap(new TreeMap<>(devices));
    }

    public Collection<Device> all() {
        return devices.values();
    }

    public Optional<Device> get(DeviceId id) {
        return Optional.ofNullable(devices.get(id));
    }

    /** The device that Olm knows by this key. */
    public Optional<Device> get(Curve25519PublicKey identity) {
        return devices.values().stream().filter(device -> device.identity().equals(identity)).findFirst();
    }
}
