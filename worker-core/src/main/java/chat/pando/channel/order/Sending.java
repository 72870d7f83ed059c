package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.sds.SdsMessage;

/** A channel with one own message more, and what that message has to say of order. */
public record Sending(Channel channel, MessageId id, SdsMessage message) {}
