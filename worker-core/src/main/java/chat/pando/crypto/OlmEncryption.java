package chat.pando.crypto;

import chat.pando.host.Bytes;
import chat.pando.host.Derivations;
import chat.pando.host.Enciphering;
import chat.pando.host.Primitives;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The encryption of messages on as many sessions: the turns that their ratchets owe, and then all ciphers (Olm
 * specification, "Sending messages"). As a {@link Reading} does, it leaves to {@link Olm} what is asked of the platform,
 * and takes no functions, which might wait for it.
 */
final class OlmEncryption {

    private final Primitives primitives;
    private final List<Olm.Outgoing> messages;

    /** Empty where no turn is due. */
    private final List<Optional<RootKey.Turn>> turns;

    /** Empty where the turn gave no shared secret. */
    private final List<Optional<DoubleRatchet.Drafted>> drafts;

    private final Derivations keys;

    OlmEncryption(Primitives primitives, List<Olm.Outgoing> messages) {
        this.primitives = primitives;
        this.messages = messages;
        turns = new ArrayList<>(messages.size());
        drafts = new ArrayList<>(messages.size());
        List<RootKey.Turn> due = new ArrayList<>(messages.size());
        for (Olm.Outgoing message : messages) {
            Optional<RootKey.Turn> turn = message.session().ratchet().due(primitives);
            if (turn.isPresent()) {
                due.add(turn.get());
            }
            turns.add(turn);
        }
        keys = RootKey.turns(due);
    }

    /** What is to be derived for the turns that are due. */
    Derivations keys() {
        return keys;
    }

    /** What is to be enciphered, now that this was derived. */
    List<Enciphering> drafted(List<Optional<byte[]>> derived) {
        Iterator<Optional<byte[]>> answers = derived.iterator();
        List<Enciphering> work = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            Optional<DoubleRatchet> ready = ready(i, answers);
            if (ready.isPresent()) {
                DoubleRatchet.Drafted draft = ready.get().draft(primitives, messages.get(i).plaintext());
                work.add(draft.message().work());
                drafts.add(Optional.of(draft));
            } else {
                drafts.add(Optional.empty());
            }
        }
        return work;
    }

    /** The ratchet that is to send a message; empty where the turn that it owes gave no shared secret. */
    private Optional<DoubleRatchet> ready(int message, Iterator<Optional<byte[]>> answers) {
        DoubleRatchet ratchet = messages.get(message).session().ratchet();
        Optional<RootKey.Turn> turn = turns.get(message);
        if (turn.isEmpty()) {
            return Optional.of(ratchet);
        }
        Optional<byte[]> keys = answers.next();
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(ratchet.turned(RootKey.Derived.of(keys.get()), turn.get().mine()));
    }

    /** In the order of the messages, empty where the other side's ratchet key gives no shared secret. */
    List<Optional<OlmSession.Encrypted>> encrypted(List<byte[]> enciphered) {
        Iterator<byte[]> bytes = enciphered.iterator();
        List<Optional<OlmSession.Encrypted>> encrypted = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            Optional<DoubleRatchet.Drafted> draft = drafts.get(i);
            encrypted.add(draft.isEmpty()
                    ? Optional.empty()
                    : Optional.of(encrypted(messages.get(i).session(), draft.get(), bytes.next())));
        }
        return encrypted;
    }

    private static OlmSession.Encrypted encrypted(OlmSession session, DoubleRatchet.Drafted draft, byte[] bytes) {
        RatchetMessage message = draft.message().finished(bytes);
        Bytes.wipe(draft.message().work().secret());
        return new OlmSession.Encrypted(
                session.with(draft.next()),
                session.hasReceived() ? message : new PreKeyMessage(session.keys(), message));
    }
}
