package chat.pando.store;

import chat.pando.json.JsonObject;

/**
 * What the list of rooms says about a room's messages.
 *
 * @param activity origin_server_ts of the last message
 * @param preview  the last message in one line
 * @param of       the position of the message that the preview shows; empty where there is none
 * @param unread   how many messages of others the person has not read
 */
public record RoomDigest(long activity, String preview, String of, int unread) {

    public static final RoomDigest NONE = new RoomDigest(0, "", "", 0);

    public RoomDigest withUnread(int count) {
        return new RoomDigest(activity, preview, of, count);
    }

    JsonObject encode() {
        return JsonObject.builder()
                .put("activity", activity)
                .put("preview", preview)
                .put("of", of)
                .put("unread", unread)
                .build();
    }

    static RoomDigest decode(JsonObject body) {
        return new RoomDigest(
                body.requireInteger("activity"),
                body.requireString("preview"),
                body.requireString("of"),
                (int) body.requireInteger("unread"));
    }

    @Override
    public String toString() {
        return "RoomDigest";
    }
}
