package chat.pando.matrix;

import java.util.Optional;

/** A device's id, opaque, unique only together with its user. */
public record DeviceId(String value) implements Comparable<DeviceId> {

    public DeviceId {
        if (!isDeviceId(value)) {
            throw new IllegalArgumentException("not a device id");
        }
    }

    public static Optional<DeviceId> parse(String text) {
        return isDeviceId(text) ? Optional.of(new DeviceId(text)) : Optional.empty();
    }

    private static boolean isDeviceId(String text) {
        return !text.isEmpty();
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    /** Without the id, which logs never hold. */
    @Override
    public String toString() {
        return "DeviceId";
    }
}
