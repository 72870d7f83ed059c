package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Derivations;
import chat.pando.host.Primitives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reading of a message on a chain that comes of a new ratchet key of the other side; whoever has read it owes a turn
 * of the ratchet before they send (Olm specification, "Receiving messages").
 */
final class NewChain implements Reading {

    private final Primitives primitives;
    private final Derivations keys;
    private final RatchetMessage message;
    private final List<ReceivingChain> before;

    /** What is known once the keys are derived. */
    private Optional<Begun> begun = Optional.empty();

    private record Begun(RootKey root, ReceivingChain.Opening opening) {}

    /**
     * @param keys   what the next root key and the chain are derived from
     * @param before the chains that there are already, oldest first
     * @throws CryptoException where the message is too far from the beginning of a chain
     */
    NewChain(Primitives primitives, Derivations keys, RatchetMessage message, List<ReceivingChain> before)
            throws CryptoException {
        ReceivingChain.requireNear(message, 0);
        this.primitives = primitives;
        this.keys = keys;
        this.message = message;
        this.before = before;
    }

    @Override
    public Derivations keys() {
        return keys;
    }

    @Override
    public List<Deciphering> opened(List<Optional<byte[]>> derived) {
        if (derived.get(0).isEmpty()) {
            return List.of();
        }
        RootKey.Derived start = RootKey.Derived.of(derived.get(0).get());
        ReceivingChain chain = new ReceivingChain(message.ratchetKey(), start.chain(), List.of());
        Begun known = new Begun(start.root(), chain.ahead(primitives, message));
        begun = Optional.of(known);
        return List.of(known.opening().work());
    }

    @Override
    public DoubleRatchet.Received received(List<Optional<byte[]>> plaintexts) throws CryptoException {
        Begun known = begun.orElseThrow(RootKey::noSecret);
        byte[] plaintext = known.opening().plaintext(plaintexts.get(0));
        List<ReceivingChain> chains = new ArrayList<>(before);
        chains.add(known.opening().next());
        int surplus = Math.max(0, chains.size() - DoubleRatchet.MAX_RECEIVING);
        List<ReceivingChain> kept = chains.subList(surplus, chains.size());
        SendingChain due = new SendingChain.Due(message.ratchetKey());
        return new DoubleRatchet.Received(new DoubleRatchet(known.root(), due, kept), plaintext);
    }
}
