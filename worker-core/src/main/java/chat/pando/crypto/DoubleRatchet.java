package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.util.ArrayList;
import java.util.List;

/**
 * The double ratchet of a session at one moment: the root key, the sending chain and the last receiving chains. Sending
 * and receiving yield the next moment and leave this one as it is.
 *
 * @param receiving oldest first, at most {@value #MAX_RECEIVING}
 */
record DoubleRatchet(RootKey root, SendingChain sending, List<ReceivingChain> receiving) {

    static final int MAX_RECEIVING = 5;

    DoubleRatchet {
        receiving = List.copyOf(receiving);
    }

    record Sent(DoubleRatchet next, RatchetMessage message) {}

    record Received(DoubleRatchet next, byte[] plaintext) {}

    /** For the side that begins the session. */
    static DoubleRatchet begin(Primitives primitives, byte[] sharedSecret) {
        RootKey.Derived start = RootKey.start(primitives, sharedSecret);
        RatchetKey ratchetKey = new RatchetKey(primitives.newAgreementKey());
        return new DoubleRatchet(start.root(), new SendingChain.Active(ratchetKey, start.chain()), List.of());
    }

    /** For the side that is written to first, by one who begins with this ratchet key. */
    static DoubleRatchet answer(Primitives primitives, byte[] sharedSecret, RemoteRatchetKey theirs) {
        RootKey.Derived start = RootKey.start(primitives, sharedSecret);
        ReceivingChain first = new ReceivingChain(theirs, start.chain(), List.of());
        return new DoubleRatchet(start.root(), new SendingChain.Due(theirs), List.of(first));
    }

    Sent encrypt(Primitives primitives, byte[] plaintext) throws CryptoException {
        if (sending instanceof SendingChain.Due due) {
            return turn(primitives, due).encrypt(primitives, plaintext);
        }
        SendingChain.Active active = (SendingChain.Active) sending;
        ChainKey.Step step = active.chain().step(primitives);
        RatchetMessage message = RatchetMessage.encrypt(
                MessageCipher.olm(primitives, step.messageKey()),
                active.ratchetKey().publicKey(),
                active.chain().index(),
                plaintext);
        SendingChain next = new SendingChain.Active(active.ratchetKey(), step.next());
        return new Sent(new DoubleRatchet(root, next, receiving), message);
    }

    Received decrypt(Primitives primitives, RatchetMessage message) throws CryptoException {
        for (int i = 0; i < receiving.size(); i++) {
            if (receiving.get(i).ratchetKey().equals(message.ratchetKey())) {
                ReceivingChain.Received received = receiving.get(i).decrypt(primitives, message);
                List<ReceivingChain> chains = new ArrayList<>(receiving);
                chains.set(i, received.next());
                return new Received(new DoubleRatchet(root, sending, chains), received.plaintext());
            }
        }
        return decryptOnNewChain(primitives, message);
    }

    private DoubleRatchet turn(Primitives primitives, SendingChain.Due due) throws CryptoException {
        RatchetKey mine = new RatchetKey(primitives.newAgreementKey());
        RootKey.Derived derived = root.turn(primitives, mine, due.theirs());
        return new DoubleRatchet(derived.root(), new SendingChain.Active(mine, derived.chain()), receiving);
    }

    private Received decryptOnNewChain(Primitives primitives, RatchetMessage message) throws CryptoException {
        if (!(sending instanceof SendingChain.Active active)) {
            // An honest sender turns the ratchet only in answer to ours, and we owe that answer still.
            throw new CryptoException("an Olm message with an unknown ratchet key");
        }
        RootKey.Derived derived = root.turn(primitives, active.ratchetKey(), message.ratchetKey());
        ReceivingChain fresh = new ReceivingChain(message.ratchetKey(), derived.chain(), List.of());
        ReceivingChain.Received received = fresh.decrypt(primitives, message);
        List<ReceivingChain> chains = new ArrayList<>(receiving);
        chains.add(received.next());
        int surplus = Math.max(0, chains.size() - MAX_RECEIVING);
        List<ReceivingChain> kept = chains.subList(surplus, chains.size());
        SendingChain due = new SendingChain.Due(message.ratchetKey());
        return new Received(new DoubleRatchet(derived.root(), due, kept), received.plaintext());
    }
}
