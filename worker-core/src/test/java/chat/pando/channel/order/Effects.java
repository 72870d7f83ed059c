package chat.pando.channel.order;

import chat.pando.channel.ack.Participant;
import chat.pando.channel.sds.SdsMessage;
import java.util.List;

/** Those of a kind among what a device was told to do. */
final class Effects {

    private Effects() {}

    static <T extends Effect> List<T> of(Class<T> kind, List<Effect> effects) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What is to be told a device without a message. */
    static List<SdsMessage> syncs(Participant to, List<Effect> effects) {
        return of(Effect.Sync.class, effects).stream()
                .filter(sync -> sync.to().equals(to)).map(Effect.Sync::message).toList();
    }
}
