package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.Optional;

/**
 * An event that a timeline shows, in the clear.
 *
 * @param key         names the entry for tabs: the outbox entry's key where this device sent it, else the event id
 * @param stateKey    present for state events
 * @param content     as decrypted; empty where it was removed or can't be decrypted
 * @param previous    the content of the state event that it replaced
 * @param undecrypted why it can't be decrypted, where it can't
 * @param longText    how its text stands where that came in parts; the content then holds how it begins
 */
public record TimelineRow(
        RoomId room,
        Position position,
        String key,
        EventId event,
        UserId sender,
        long timestamp,
        String type,
        Optional<String> stateKey,
        JsonObject content,
        JsonObject previous,
        Standing standing,
        Optional<Undecrypted> undecrypted,
        Optional<LongText> longText) {

    /** How the entry stands. */
    public enum Standing {
        /** Somebody else's, or sent by another of the person's devices. */
        RECEIVED,
        /** Sent by this device. */
        SENT,
        /** Sent by this device, and stored by every device of the others that runs Pando. */
        DELIVERED,
        /** Sent by this device, and read by somebody. */
        READ,
        /** Its content was removed. */
        REDACTED
    }

    /**
     * Why an event can't be decrypted.
     *
     * @param session the Megolm session whose key is missing; empty where no key can help
     * @param reason  in plain words
     */
    public record Undecrypted(String session, String reason) {}

    /**
     * A text in parts.
     *
     * @param present how many parts are there
     */
    public record LongText(TransferHead head, int present, TransferRow.State state) {}

    public TimelineRow withStanding(Standing now) {
        return new TimelineRow(
                room, position, key, event, sender, timestamp, type, stateKey, content, previous, now, undecrypted,
                longText);
    }

    public TimelineRow withContent(String nowType, JsonObject now) {
        return new TimelineRow(
                room, position, key, event, sender, timestamp, nowType, stateKey, now, previous, standing,
                Optional.empty(), longText);
    }

    public TimelineRow withUndecrypted(Undecrypted why) {
        return new TimelineRow(
                room, position, key, event, sender, timestamp, type, stateKey, content, previous, standing,
                Optional.of(why), longText);
    }

    public TimelineRow withKey(String now, Standing nowStanding) {
        return new TimelineRow(
                room, position, now, event, sender, timestamp, type, stateKey, content, previous, nowStanding,
                undecrypted, longText);
    }

    /** What remains of it when its content is removed (spec, section "Redactions"). */
    public TimelineRow redacted() {
        return new TimelineRow(
                room, position, key, event, sender, timestamp, type, stateKey, JsonObject.EMPTY, JsonObject.EMPTY,
                Standing.REDACTED, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "TimelineRow[" + standing + "]";
    }
}
