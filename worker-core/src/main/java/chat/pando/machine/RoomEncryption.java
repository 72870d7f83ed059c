package chat.pando.machine;

import chat.pando.json.JsonObject;

/**
 * How a room wants its messages encrypted: the content of {@code m.room.encryption}, within what is sound.
 *
 * @param rotationMillis   after which a new Megolm session begins
 * @param rotationMessages after how many messages a new Megolm session begins
 */
public record RoomEncryption(String algorithm, long rotationMillis, long rotationMessages) {

    public static final String MEGOLM = "m.megolm.v1.aes-sha2";

    private static final long HOUR = 3_600_000L;
    private static final long WEEK = 7 * 24 * HOUR;
    private static final long MESSAGES = 100;
    private static final long MAX_MESSAGES = 10_000;

    /**
     * The settings that a room's {@code m.room.encryption} asks for. What is absent has the spec's value; what would
     * make a session last too long or too short is bounded, because any room admin can write anything there.
     */
    public static RoomEncryption of(JsonObject content) {
        return new RoomEncryption(
                content.string("algorithm").orElse(""),
                bounded(content.integer("rotation_period_ms").orElse(WEEK), HOUR, 52 * WEEK),
                bounded(content.integer("rotation_period_msgs").orElse(MESSAGES), 1, MAX_MESSAGES));
    }

    public static RoomEncryption standard() {
        return new RoomEncryption(MEGOLM, WEEK, MESSAGES);
    }

    /** Whether Pando can encrypt for this room at all. */
    public boolean supported() {
        return algorithm.equals(MEGOLM);
    }

    private static long bounded(long value, long least, long most) {
        return Math.max(least, Math.min(most, value));
    }
}
