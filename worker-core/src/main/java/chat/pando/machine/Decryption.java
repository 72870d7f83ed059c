package chat.pando.machine;

import chat.pando.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/** What came of decrypting a room event. */
public sealed interface Decryption {

    /**
     * The event as its sender wrote it.
     *
     * @param plaintextEvent {@code type}, {@code content} and {@code room_id}; a relation that travelled in the clear
     *                       is part of the content again
     */
    record Decrypted(JsonObject plaintextEvent, SenderInfo sender) implements Decryption {

        public Decrypted {
            Objects.requireNonNull(plaintextEvent);
            Objects.requireNonNull(sender);
        }

        /** Without the content. */
        @Override
        public String toString() {
            return "Decrypted[" + sender.trust() + "]";
        }
    }

    /**
     * The event stays closed, at least for now.
     *
     * @param session    whose key is wanted; empty where the event does not say
     * @param plainWords the reason as a person may read it
     */
    record Undecryptable(Optional<SessionRef> session, Reason reason, String plainWords) implements Decryption {

        public Undecryptable {
            Objects.requireNonNull(session);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(plainWords);
        }

        @Override
        public String toString() {
            return "Undecryptable[" + reason + "]";
        }
    }

    /** Why an event cannot be decrypted. Only with the first three can a key that comes later help. */
    enum Reason {
        /** The key has not come. */
        NO_KEY,
        /** The key has come, but only for later messages. */
        KEY_TOO_LATE,
        /** The sender said that it keeps the key from us. */
        WITHHELD,
        /** Another event used the same session and index before: one of the two is a copy. */
        REPLAY,
        /** It was changed on its way, or is not by whom or in the room it claims. */
        FORGED,
        MALFORMED,
        UNKNOWN_ALGORITHM;

        public boolean mayHeal() {
            return this == NO_KEY || this == KEY_TOO_LATE || this == WITHHELD;
        }
    }
}
