package chat.pando.lab.sim.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server's users and their devices, and the order of everything that happens. */
final class Directory {

    static final String SERVER = "sim";

    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final Map<String, Device> byToken = new LinkedHashMap<>();
    /** When each user's list of devices last changed. */
    private final Map<String, Long> listsChanged = new LinkedHashMap<>();
    private long position;
    private int devices;

    long position() {
        return position;
    }

    long nextPosition() {
        return ++position;
    }

    static String userId(String localpart) {
        return localpart.startsWith("@") ? localpart : "@" + localpart + ":" + SERVER;
    }

    boolean exists(String user) {
        return passwords.containsKey(user);
    }

    void register(String user, String password) {
        passwords.put(user, password);
    }

    boolean passwordFits(String user, String password) {
        return password.equals(passwords.get(user));
    }

    Device newDevice(String user) {
        devices++;
        Device device = new Device(user, "DEVICE" + devices, "token-" + devices);
        byToken.put(device.token, device);
        return device;
    }

    void remove(Device device) {
        byToken.remove(device.token);
        listChanged(device.user);
    }

    Optional<Device> byToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    Optional<Device> find(String user, String id) {
        return of(user).stream().filter(device -> device.id.equals(id)).findFirst();
    }

    List<Device> of(String user) {
        return byToken.values().stream().filter(device -> device.user.equals(user)).toList();
    }

    List<Device> all() {
        return new ArrayList<>(byToken.values());
    }

    long listChanged(String user) {
        long at = nextPosition();
        listsChanged.put(user, at);
        return at;
    }

    long listChangedAt(String user) {
        return listsChanged.getOrDefault(user, 0L);
    }
}
