package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Derivations;
import java.util.List;
import java.util.Optional;

/**
 * A message that is about to be decrypted: what is to be derived for it, what is to be deciphered then, and the ratchet
 * that comes after it (Olm specification, "Receiving messages"). It asks the platform for neither: {@link Olm} does so for
 * both in one go, and nothing that a browser would have to suspend lies between it and the platform.
 */
sealed interface Reading permits KnownChain, NewChain {

    /** What is to be derived first; nothing where the chain is there. */
    Derivations keys();

    /** What is to be deciphered, now that this was derived; nothing where an agreement gave no shared secret. */
    List<Deciphering> opened(List<Optional<byte[]>> derived);

    /** @throws CryptoException where an agreement gave no shared secret, or nothing vouches for a plaintext */
    DoubleRatchet.Received received(List<Optional<byte[]>> plaintexts) throws CryptoException;
}
