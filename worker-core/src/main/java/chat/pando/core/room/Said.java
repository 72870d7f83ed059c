package chat.pando.core.room;

import chat.pando.channel.Address;
import chat.pando.channel.Channels;
import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.order.EventHint;
import chat.pando.channel.order.SdsContent;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsMessage;
import chat.pando.machine.SenderInfo;
import java.util.Optional;

/**
 * What a decrypted event of another device says of order.
 *
 * @param from    the device that has encrypted it, which its room key proves
 * @param address whose device that is
 * @param id      which of its messages it says it is
 * @param hint    the event that it is
 */
record Said(Participant from, Address address, MessageId id, SdsMessage message, Blob hint) {

    /**
     * Empty for an ordinary message: one that says nothing, or what can't be read, or whose device isn't in its user's
     * list, so that anybody could have made it.
     */
    static Optional<Said> of(OpenedEvent opened, Channels channels) {
        Optional<SenderInfo> sender = opened.from().filter(info -> info.device().isPresent());
        if (sender.isEmpty() || opened.event().redacted()) {
            return Optional.empty();
        }
        Address address = new Address(sender.get().user(), sender.get().device().orElseThrow());
        Participant from = channels.participants().of(address);
        return from.equals(channels.self()) ? Optional.empty() : of(opened, from, address);
    }

    private static Optional<Said> of(OpenedEvent opened, Participant from, Address address) {
        Blob hint = EventHint.of(opened.event().id());
        try {
            return SdsContent.read(opened.event().content())
                    .flatMap(message -> MessageId.parse(message.id())
                            .filter(id -> id.sender().equals(from))
                            .map(id -> new Said(from, address, id, message, hint)));
        } catch (MalformedSds malformed) {
            return Optional.empty();
        }
    }

    long number() {
        return id.number();
    }

    @Override
    public String toString() {
        return "Said[" + id.number() + "]";
    }
}
