package chat.pando.channel;

import chat.pando.json.JsonObject;
import chat.pando.json.Utf8;

/** How large a message may be to fit into one event (spec, section "Size limits": 65,536 bytes in all). */
public final class MessageLimit {

    private static final int EVENT_BYTES = 65_536;
    /** What servers add around the content: hashes, signatures, references to other events, ids. */
    private static final int ENVELOPE_BYTES = 3_072;
    /** The content of an encrypted event besides the ciphertext. */
    private static final int SEALED_CONTENT_BYTES = 512;
    /** What Megolm adds: the room's id, header, padding, authentication and signature. */
    private static final int MEGOLM_BYTES = 512;

    /** What stands beside the text of a part: of which transfer it is, and what else the channel says with it. */
    private static final int PART_MEMBERS_BYTES = 2_048;

    private MessageLimit() {}

    /** How many bytes the content may have as JSON. */
    public static int contentBytes(boolean encrypted) {
        int room = EVENT_BYTES - ENVELOPE_BYTES;
        // Base64 makes four characters of three bytes.
        return encrypted ? (room - SEALED_CONTENT_BYTES) / 4 * 3 - MEGOLM_BYTES : room;
    }

    /**
     * How many bytes the text of a part may have as JSON: as many as fit into an encrypted event, because a room can
     * become encrypted before the part's turn comes.
     */
    static int partBytes() {
        return contentBytes(true) - PART_MEMBERS_BYTES;
    }

    public static int size(JsonObject content) {
        return Utf8.length(content.text());
    }

    public static boolean fits(JsonObject content, boolean encrypted) {
        return size(content) <= contentBytes(encrypted);
    }
}
