package chat.pando.browser;

import chat.pando.host.KeyCustody;
import java.util.Optional;

/** A browser that doesn't know the curves: nobody can sign in, and whoever tries is told why. */
record NoKeys() implements KeyStorage {

    @Override
    public Optional<KeyCustody> custody() {
        return Optional.of(KeyCustody.NONE);
    }

    @Override
    public WebKeyPair newPair(KeyKind kind) {
        throw new UnsupportedOperationException("no " + kind.algorithm());
    }

    @Override
    public WebKeyPair pairOf(KeyKind kind, byte[] privateKey) {
        throw new UnsupportedOperationException("no " + kind.algorithm());
    }

    @Override
    public WebKey newSealingKey() {
        throw new UnsupportedOperationException("no keys to seal");
    }

    @Override
    public Optional<CryptoKey> unwrapping() {
        return Optional.empty();
    }
}
