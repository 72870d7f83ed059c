package chat.pando.machine;

import chat.pando.json.JsonObject;
import chat.pando.store.Device;
import java.util.Objects;

/** An event for one device, before it is encrypted. */
record Letter(Device to, String type, JsonObject content) {

    Letter {
        Objects.requireNonNull(to);
        Objects.requireNonNull(type);
        Objects.requireNonNull(content);
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "Letter";
    }
}
