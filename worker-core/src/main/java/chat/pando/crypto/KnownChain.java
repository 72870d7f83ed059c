package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Derivations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reading of a message on a chain that others were read on (Olm specification, "Receiving messages").
 *
 * @param before the ratchet that has the chain
 * @param place  which of its chains it is
 */
record KnownChain(DoubleRatchet before, int place, ReceivingChain.Opening opening) implements Reading {

    @Override
    public Derivations keys() {
        return RootKey.NOTHING;
    }

    @Override
    public List<Deciphering> opened(List<Optional<byte[]>> derived) {
        return List.of(opening.work());
    }

    @Override
    public DoubleRatchet.Received received(List<Optional<byte[]>> plaintexts) throws CryptoException {
        byte[] plaintext = opening.plaintext(plaintexts.get(0));
        List<ReceivingChain> chains = new ArrayList<>(before.receiving());
        chains.set(place, opening.next());
        return new DoubleRatchet.Received(new DoubleRatchet(before.root(), before.sending(), chains), plaintext);
    }
}
