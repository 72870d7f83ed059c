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
 * specification, "Sending messages"). As a {@link Reading} does, it leaves to {@link Olm} what is asked of the platform.
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
            turn.ifPresent(due::add);
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
            DoubleRatchet ratchet = messages.get(i).session().ratchet();
            byte[] plaintext = messages.get(i).plaintext();
            Optional<DoubleRatchet> ready = turns.get(i).isEmpty()
                    ? Optional.of(ratchet)
                    : turned(ratchet, turns.get(i).get(), answers.next());
            Optional<DoubleRatchet.Drafted> draft = ready.map(able -> able.draft(primitives, plaintext));
            draft.ifPresent(drafted -> work.add(drafted.message().work()));
            drafts.add(draft);
        }
        return work;
    }

    /** In the order of the messages, empty where the other side's ratchet key gives no shared secret. */
    List<Optional<OlmSession.Encrypted>> encrypted(List<byte[]> enciphered) {
        Iterator<byte[]> bytes = enciphered.iterator();
        List<Optional<OlmSession.Encrypted>> encrypted = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            OlmSession session = messages.get(i).session();
            encrypted.add(drafts.get(i).map(draft -> encrypted(session, draft, bytes.next())));
        }
        return encrypted;
    }

    private static Optional<DoubleRatchet> turned(DoubleRatchet ratchet, RootKey.Turn turn, Optional<byte[]> keys) {
        return keys.map(derived -> ratchet.turned(RootKey.Derived.of(derived), turn.mine()));
    }

    private static OlmSession.Encrypted encrypted(OlmSession session, DoubleRatchet.Drafted draft, byte[] bytes) {
        RatchetMessage message = draft.message().finished(bytes);
        Bytes.wipe(draft.message().work().secret());
        return new OlmSession.Encrypted(
                session.with(draft.next()),
                session.hasReceived() ? message : new PreKeyMessage(session.keys(), message));
    }
}
