package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Derivations;
import chat.pando.host.Primitives;
import java.util.List;
import java.util.Optional;

/**
 * A receiving chain that came of a new ratchet key of the other side, with the first message that was read on it: the
 * chain is derived and the message deciphered in one go (Olm specification, "Receiving messages").
 *
 * @param root the root key that was derived with the chain
 */
record NewChain(RootKey root, ReceivingChain.Received received) {

    /** @throws CryptoException where an agreement gives no shared secret, or the message is not of such a chain */
    static NewChain receive(Primitives primitives, Derivations keys, RatchetMessage message) throws CryptoException {
        ReceivingChain.requireNear(message, 0);
        Beginning beginning = new Beginning(primitives, message);
        List<Optional<byte[]>> plaintexts = MessageCipher.OLM.decrypt(primitives, keys, beginning::open);
        if (beginning.opening == null) {
            throw RootKey.noSecret();
        }
        return new NewChain(beginning.root, beginning.opening.received(plaintexts.get(0)));
    }

    /** What is known once the keys are derived. */
    private static final class Beginning {

        private final Primitives primitives;
        private final RatchetMessage message;
        private RootKey root;
        private ReceivingChain.Opening opening;

        Beginning(Primitives primitives, RatchetMessage message) {
            this.primitives = primitives;
            this.message = message;
        }

        /** What is to be deciphered; nothing where nothing could be derived. */
        List<Deciphering> open(List<Optional<byte[]>> derived) {
            if (derived.get(0).isEmpty()) {
                return List.of();
            }
            RootKey.Derived keys = RootKey.Derived.of(derived.get(0).get());
            root = keys.root();
            opening = new ReceivingChain(message.ratchetKey(), keys.chain(), List.of()).open(primitives, message);
            return List.of(opening.work());
        }
    }
}
