package chat.pando.e2e.proxy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The identity keys of devices, as they have uploaded them (spec, section "POST /keys/upload"). */
public final class DeviceKeys {

    private DeviceKeys() {}

    /** The keys of each device that has uploaded some: one would expect a Curve25519 and an Ed25519 key. */
    public static Map<String, Set<String>> uploaded(Traffic traffic) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (Exchange upload : traffic.matching(Requests.KEYS_UPLOAD)) {
            Bodies.json(upload.request().body()).path("device_keys").path("keys").forEach(key ->
                    keys.computeIfAbsent(upload.device(), device -> new LinkedHashSet<>()).add(key.asString()));
        }
        return keys;
    }
}
