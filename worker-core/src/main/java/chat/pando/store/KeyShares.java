package chat.pando.store;

import chat.pando.matrix.DeviceId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Which devices of one user are entitled to one room key, and whether it was sent to them. */
public record KeyShares(Map<DeviceId, Share> devices) {

    public static final KeyShares NONE = new KeyShares(Map.of());

    public KeyShares {
        devices = Collections.unmodifiableMap(new TreeMap<>(devices));
    }

    /**
     * One device's part.
     *
     * @param identity   the device's Curve25519 key, in base64: the key is meant for whoever holds that one
     * @param index      the first message that the device may read
     * @param sent       whether the key was encrypted for the device; if not, it is owed
     * @param answeredAt when it was last sent again because the device had asked for it; 0 for never
     */
    public record Share(String identity, long index, boolean sent, long answeredAt) {

        public Share {
            Objects.requireNonNull(identity);
        }

        public Share asSent(boolean isSent) {
            return new Share(identity, index, isSent, answeredAt);
        }

        public Share answered(long now) {
            return new Share(identity, index, sent, now);
        }

        /** The device is entitled, and has not been sent the key. */
        public static Share owed(String identity, long index) {
            return new Share(identity, index, false, 0);
        }

        /** Without keys. */
        @Override
        public String toString() {
            return "Share[" + (sent ? "sent" : "owed") + " from index " + index + "]";
        }
    }

    public Optional<Share> get(DeviceId device) {
        return Optional.ofNullable(devices.get(device));
    }

    /** Whether the key is still to be sent to any of them. */
    public boolean anyOwed() {
        return devices.values().stream().anyMatch(share -> !share.sent());
    }

    public KeyShares with(DeviceId device, Share share) {
        Map<DeviceId, Share> next = new TreeMap<>(devices);
        next.put(device, share);
        return new KeyShares(next);
    }

    /** Without names and keys. */
    @Override
    public String toString() {
        return "KeyShares[" + devices.size() + " devices]";
    }
}
