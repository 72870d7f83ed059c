package chat.pando.machine;

import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.Objects;
import java.util.Optional;

/**
 * Who encrypted something.
 *
 * @param device the device, where one of the user's devices has that key
 */
public record SenderInfo(UserId user, Optional<DeviceId> device, Trust trust) {

    /** How much is known of the sending device. */
    public enum Trust {
        /** This very device. */
        OWN_DEVICE,
        /** The device is in the user's device list, and its keys are signed by itself. */
        LISTED_DEVICE,
        /** No device of the user is known to have that key: it is gone, or its list has not come yet. */
        UNKNOWN_DEVICE
    }

    public SenderInfo {
        Objects.requireNonNull(user);
        Objects.requireNonNull(device);
        Objects.requireNonNull(trust);
    }
}
