package chat.pando.channel;

import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;

/** A device, and whose it is. */
public record Address(UserId user, DeviceId device) {

    /** Without names. */
    @Override
    public String toString() {
        return "Address";
    }
}
