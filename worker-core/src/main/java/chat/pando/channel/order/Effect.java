package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.SdsMessage;
import java.util.Set;

/** What is to be done, or to be told. */
public sealed interface Effect {

    /**
     * The message is to be shown, behind those that were shown before and, among those that came with it, by time and
     * id.
     *
     * @param late whether it fills a gap
     */
    record Deliver(MessageId id, long lamport, boolean late) implements Effect {}

    /**
     * A message of this id is here already: most often the same. Where it is known as another event, and the text of
     * that differs, the device that has sent both has lost its memory, and the text is an ordinary message.
     */
    record Repeated(MessageId id) implements Effect {}

    /** These messages exist and aren't there; what comes next is shown without them. They may come later. */
    record Gap(Participant sender, long first, long last) implements Effect {}

    /** Nobody is asked for this message any more. */
    record Irretrievable(MessageId id) implements Effect {}

    /**
     * The homeserver is to be asked for a message that is missing. Nothing need be said if it isn't found.
     *
     * @param hint the event that it is ({@link EventHint}); empty where that isn't known
     */
    record LookUp(MessageId id, Blob hint) implements Effect {}

    /** A message that is here is to be sent to these devices, as it came: they lack it. */
    record Answer(MessageId id, Set<Participant> to) implements Effect {}

    /** A sync message is to be sent to this device. Nothing need be done if it doesn't arrive. */
    record Sync(Participant to, SdsMessage message) implements Effect {}

    /** This device has the own message. */
    record Acknowledged(MessageId id, Participant by) implements Effect {}

    /** All devices that have to have the own message have it. */
    record Delivered(MessageId id) implements Effect {}

    /** An ephemeral message is to be shown: at once, or never. */
    record Ephemeral(Participant from) implements Effect {}

    /** What came with the message is no order that can be believed. A text that came with it is an ordinary message. */
    record Refused(Participant from, String why) implements Effect {}
}
