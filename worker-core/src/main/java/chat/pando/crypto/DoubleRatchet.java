package chat.pando.crypto;

import chat.pando.host.Agreement;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.util.List;
import java.util.Optional;

/**
 * The double ratchet of a session at one moment: the root key, the sending chain and the last receiving chains (Olm
 * specification, "The Olm Algorithm", "Sending normal messages", "Receiving messages"). Sending and receiving yield the
 * next moment and leave this one as it is.
 *
 * @param receiving oldest first, at most {@value #MAX_RECEIVING}
 */
record DoubleRatchet(RootKey root, SendingChain sending, List<ReceivingChain> receiving) {

    static final int MAX_RECEIVING = 5;

    DoubleRatchet {
        receiving = List.copyOf(receiving);
    }

    record Drafted(DoubleRatchet next, RatchetMessage.Draft message) {}

    record Received(DoubleRatchet next, byte[] plaintext) {}

    /** For the side that begins the session. */
    static DoubleRatchet begin(RootKey.Derived start, RatchetKey ratchetKey) {
        return new DoubleRatchet(start.root(), new SendingChain.Active(ratchetKey, start.chain()), List.of());
    }

    /**
     * For the side that is written to first: the ratchet begins with a message.
     *
     * @throws CryptoException where the message is not of the beginning of a session
     */
    static Reading answer(Primitives primitives, List<Agreement> agreements, RatchetMessage message)
            throws CryptoException {
        return new NewChain(primitives, RootKey.starts(List.of(agreements)), message, List.of());
    }

    /** The turn that is owed before the ratchet can send, with a new pair of keys; empty where it can as it is. */
    Optional<RootKey.Turn> due(Primitives primitives) {
        return sending instanceof SendingChain.Due due
                ? Optional.of(new RootKey.Turn(root, new RatchetKey(primitives.newAgreementKey()), due.theirs()))
                : Optional.empty();
    }

    /** The ratchet after the turn that was {@link #due}. */
    DoubleRatchet turned(RootKey.Derived derived, RatchetKey mine) {
        return new DoubleRatchet(derived.root(), new SendingChain.Active(mine, derived.chain()), receiving);
    }

    /** The next message, yet to be enciphered, and the ratchet after it; only where no turn is {@link #due}. */
    Drafted draft(Primitives primitives, byte[] plaintext) {
        SendingChain.Active active = (SendingChain.Active) sending;
        ChainKey.Step step = active.chain().step(primitives);
        RatchetMessage.Draft message = RatchetMessage.Draft.of(
                step.messageKey(), active.ratchetKey().publicKey(), active.chain().index(), plaintext);
        SendingChain next = new SendingChain.Active(active.ratchetKey(), step.next());
        return new Drafted(new DoubleRatchet(root, next, receiving), message);
    }

    /** @throws CryptoException where nothing that was sent to this ratchet looks like the message */
    Reading read(Primitives primitives, RatchetMessage message) throws CryptoException {
        for (int i = 0; i < receiving.size(); i++) {
            if (receiving.get(i).ratchetKey().equals(message.ratchetKey())) {
                return new KnownChain(this, i, receiving.get(i).open(primitives, message));
            }
        }
        if (!(sending instanceof SendingChain.Active active)) {
            // An honest sender turns the ratchet only in answer to ours, and we owe that answer still.
            throw new CryptoException("an Olm message with an unknown ratchet key");
        }
        RootKey.Turn turn = new RootKey.Turn(root, active.ratchetKey(), message.ratchetKey());
        return new NewChain(primitives, RootKey.turns(List.of(turn)), message, receiving);
    }
}
