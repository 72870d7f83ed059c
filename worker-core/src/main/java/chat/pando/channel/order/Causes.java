package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsMessage;
import chat.pando.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * What a message says came before it: what its sender had read since it last said so, and all that it had sent.
 *
 * @param of the message that says it
 */
public record Causes(MessageId of, Map<Participant, Ranges> causes) {

    public Causes {
        causes = Map.copyOf(causes);
    }

    /** Empty for a content that says nothing of order, or nothing that can be read. */
    public static Optional<Causes> in(JsonObject content) {
        try {
            Optional<SdsMessage> message = SdsContent.read(content).filter(said -> said.lamport().isPresent());
            Optional<MessageId> id = message.flatMap(said -> MessageId.parse(said.id()));
            if (id.isEmpty()) {
                return Optional.empty();
            }
            Incoming incoming = Incoming.read(id.get().sender(), message.get());
            return Optional.of(new Causes(id.get(), incoming.causes()));
        } catch (MalformedSds malformed) {
            return Optional.empty();
        }
    }

    public boolean has(MessageId message) {
        return causes.getOrDefault(message.sender(), Ranges.NONE).has(message.number());
    }
}
