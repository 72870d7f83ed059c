package chat.pando.machine;

import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import java.util.Objects;
import java.util.Optional;

/**
 * A to-device event in the clear.
 *
 * @param from the device that encrypted it; empty where it came unencrypted, so that nothing vouches for it
 */
public record DeviceEvent(UserId sender, String type, JsonObject content, Optional<SenderInfo> from) {

    public DeviceEvent {
        Objects.requireNonNull(sender);
        Objects.requireNonNull(type);
        Objects.requireNonNull(content);
        Objects.requireNonNull(from);
    }
}
