package chat.pando.browser;

import chat.pando.host.Deciphering;
import chat.pando.host.Derivations;
import chat.pando.host.Enciphering;
import chat.pando.host.Primitives;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Those of the {@link Primitives} that rest on SHA-256, as they are defined there: a browser has more than one way to them.
 */
interface SymmetricCrypto {

    /** The fastest way that this browser has. */
    static SymmetricCrypto best() {
        SymmetricCrypto promised = new PromisedSymmetricCrypto();
        return WasmHashes.load()
                .<SymmetricCrypto>map(hashes -> new PromptSymmetricCrypto(hashes, promised))
                .orElse(promised);
    }

    byte[] sha256(byte[] message);

    List<byte[]> hmac(byte[] key, List<byte[]> messages);

    List<byte[]> hmacChain(byte[] key, byte[] message, int steps);

    byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length);

    List<Optional<byte[]>> deriveAll(Derivations keys);

    List<byte[]> encipher(byte[] info, List<Enciphering> messages);

    List<Optional<byte[]>> decipher(byte[] info, List<Deciphering> messages);

    /** Enciphers what follows from derived keys, in one go where that can be done. */
    default List<byte[]> encipher(
            Derivations keys, byte[] info, Function<List<Optional<byte[]>>, List<Enciphering>> messages) {
        return encipher(info, messages.apply(deriveAll(keys)));
    }

    /** Deciphers what follows from derived keys, in one go where that can be done. */
    default List<Optional<byte[]>> decipher(
            Derivations keys, byte[] info, Function<List<Optional<byte[]>>, List<Deciphering>> messages) {
        return decipher(info, messages.apply(deriveAll(keys)));
    }
}
