package chat.pando.channel;

import chat.pando.store.Draft;
import chat.pando.store.OutboxRow;

/** Turns a message into what goes over the wire. */
@FunctionalInterface
public interface Sealer {

    /** Seals within a job: what this changes (the advanced ratchet) commits together with the sealed message. */
    Result seal(OutboxRow message, Draft draft);

    /** What came of it. */
    sealed interface Result {

        record Sealed(OutboxRow.Sealed bytes) implements Result {}

        /** Requests about keys are under way; ask again when one of them is answered. */
        record NotYet() implements Result {}

        record Impossible(OutboxRow.Failure why) implements Result {}
    }
}
