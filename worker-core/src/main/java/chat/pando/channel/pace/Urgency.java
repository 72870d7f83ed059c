package chat.pando.channel.pace;

import chat.pando.json.JsonObject;
import java.util.Set;

/** How urgent a message is: what is more so goes first, from whichever room. */
public enum Urgency {
    /** What others need to read, or to stop asking: keys, acknowledgements, verification. */
    KEYS,
    TEXT,
    FILES;

    private static final Set<String> FILE_TYPES = Set.of("m.file", "m.image", "m.audio", "m.video");

    /** How urgent an event is by its type and content, both in the clear. */
    public static Urgency of(String type, JsonObject content) {
        if (!type.equals("m.room.message")) {
            return type.startsWith("m.key.") || type.startsWith("chat.pando.") ? KEYS : TEXT;
        }
        return content.string("msgtype").filter(FILE_TYPES::contains).isPresent() ? FILES : TEXT;
    }
}
