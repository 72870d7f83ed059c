package chat.pando.browser;

import chat.pando.host.KeyCustody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.core.JSArrayReader;

/**
 * Keys are stored as the CryptoKeys that they are: their bytes are nowhere that a script could read.
 *
 * @param custody    empty where it was assumed and not tried
 * @param unwrapping opens what this browser stored when it could do less
 */
record OpaqueKeys(Optional<KeyCustody> custody, Optional<CryptoKey> unwrapping) implements KeyStorage {

    @Override
    public WebKeyPair newPair(KeyKind kind) {
        return pair(Subtle.generatePair(kind.algorithm(), kind.usages()).await());
    }

    @Override
    public List<WebKeyPair> newPairs(KeyKind kind, int count) {
        JSArrayReader<Subtle.Pair> made =
                SubtleBatch.generatePairs(kind.algorithm(), kind.usages(), count).await();
        List<WebKeyPair> pairs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pairs.add(pair(made.get(i)));
        }
        return pairs;
    }

    @Override
    public WebKeyPair pairOf(KeyKind kind, byte[] privateKey) {
        return pair(KeyImport.pair(kind.algorithm(), kind.usages(), Bytes.toBrowser(privateKey)).await());
    }

    @Override
    public WebKey newSealingKey() {
        return WebKey.opaque(Subtle.generateSealingKey().await());
    }

    private static WebKeyPair pair(Subtle.Pair pair) {
        return new WebKeyPair(WebKey.opaque(pair.getPrivateKey()), Bytes.fromBrowser(pair.getPublicBytes()));
    }
}
