package chat.pando.machine;

import chat.pando.json.JsonObject;
import java.util.Objects;

/**
 * What Pando writes to Pando on another device: sealed with Olm, past all timelines.
 *
 * @param type  begins with {@value #NAMESPACE}; the homeserver doesn't see it
 * @param until the time up to which it may wait for an Olm session with the device; {@link #AT_ONCE} where it is for now
 *              or never: then it also waits for no connection, and isn't sent twice
 */
public record DeviceLetter(DeviceName to, String type, JsonObject content, long until) {

    /** What the types of letters begin with. */
    public static final String NAMESPACE = "chat.pando.";

    public static final long AT_ONCE = 0;

    public DeviceLetter {
        Objects.requireNonNull(to);
        Objects.requireNonNull(content);
        if (!type.startsWith(NAMESPACE)) {
            throw new IllegalArgumentException("not the type of a letter");
        }
    }

    /** Without names and content. */
    @Override
    public String toString() {
        return "DeviceLetter[" + type + "]";
    }
}
