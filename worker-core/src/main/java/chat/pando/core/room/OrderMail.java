package chat.pando.core.room;

import chat.pando.channel.Address;
import chat.pando.channel.ack.MessageId;
import chat.pando.channel.order.SdsContent;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsMessage;
import chat.pando.json.JsonObject;
import chat.pando.machine.DeviceLetter;
import chat.pando.machine.DeviceMail;
import chat.pando.machine.DeviceName;
import chat.pando.matrix.RoomEvent;
import chat.pando.matrix.RoomId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What devices write to each other about the order of a room, past its timeline: what they have read and ask about
 * ({@value #SYNC}), and messages that the other lacks ({@value #REPAIR}).
 */
final class OrderMail {

    static final String SYNC = "chat.pando.sync";
    static final String REPAIR = "chat.pando.repair";

    /** A letter may wait for an Olm session; what is in it is said again later than this. */
    private static final long WAITS_MILLIS = 600_000;

    private static final String ROOM = "room_id";
    private static final String NUMBER = "number";
    private static final String EVENT = "event";

    private OrderMail() {}

    static DeviceLetter sync(RoomId room, Address to, SdsMessage message, long now) {
        JsonObject content = JsonObject.builder().put(ROOM, room.value()).build();
        return letter(to, SYNC, SdsContent.with(message, content), now);
    }

    /** A message as the homeserver has it: it is encrypted, so that its reader sees for itself whose it is. */
    static DeviceLetter repair(RoomId room, Address to, long number, JsonObject event, long now) {
        return letter(to, REPAIR, content(room, number).put(EVENT, event).build(), now);
    }

    /** An own message that is nowhere. */
    static DeviceLetter voided(RoomId room, Address to, long number, long now) {
        return letter(to, REPAIR, content(room, number).build(), now);
    }

    private static JsonObject.Builder content(RoomId room, long number) {
        return JsonObject.builder().put(ROOM, room.value()).put(NUMBER, number);
    }

    private static DeviceLetter letter(Address to, String type, JsonObject content, long now) {
        return new DeviceLetter(new DeviceName(to.user(), to.device()), type, content, now + WAITS_MILLIS);
    }

    /** The room that a letter is about; empty for one that isn't about order. */
    static Optional<RoomId> room(DeviceMail mail) {
        boolean ours = mail.type().equals(SYNC) || mail.type().equals(REPAIR);
        return ours ? mail.content().string(ROOM).flatMap(RoomId::parse) : Optional.empty();
    }

    /** What a letter of the type {@value #SYNC} says. */
    static Optional<SdsMessage> message(DeviceMail mail) {
        try {
            return SdsContent.read(mail.content());
        } catch (MalformedSds malformed) {
            return Optional.empty();
        }
    }

    /** The message that a letter of the type {@value #REPAIR} carries. */
    static Optional<RoomEvent> event(DeviceMail mail) {
        return mail.content().object(EVENT).flatMap(RoomEvent::parse);
    }

    /** The number of the message that its own device says is nowhere. */
    static OptionalLong nowhere(DeviceMail mail) {
        long number = mail.content().integer(NUMBER).orElse(0);
        return mail.content().has(EVENT) || number < 1 || number > MessageId.LARGEST
                ? OptionalLong.empty()
                : OptionalLong.of(number);
    }
}
