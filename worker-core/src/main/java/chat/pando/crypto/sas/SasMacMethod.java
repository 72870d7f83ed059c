package chat.pando.crypto.sas;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import java.util.Optional;

/**
 * How codes are written, which is all that the methods still in use differ in; the better comes first (spec, "MAC
 * calculation").
 */
public enum SasMacMethod {
    HKDF_HMAC_SHA256_V2("hkdf-hmac-sha256.v2") {
        @Override
        String write(byte[] mac) {
            return UnpaddedBase64.encode(mac);
        }

        /** Padding is passed over, as everywhere. */
        @Override
        String normal(String received) throws CryptoException {
            return UnpaddedBase64.encode(UnpaddedBase64.decode(received));
        }
    },

    /** Deprecated: to be used only where the other device knows no better. */
    HKDF_HMAC_SHA256("hkdf-hmac-sha256") {
        @Override
        String write(byte[] mac) {
            return OverwrittenBase64.encode(mac);
        }

        @Override
        String normal(String received) {
            return received;
        }
    };

    private final String wireName;

    SasMacMethod(String wireName) {
        this.wireName = wireName;
    }

    /** What events call it. */
    public String wireName() {
        return wireName;
    }

    public static Optional<SasMacMethod> named(String wireName) {
        for (SasMacMethod method : values()) {
            if (method.wireName.equals(wireName)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    abstract String write(byte[] mac);

    /** A received code as {@link #write} would have written it. */
    abstract String normal(String received) throws CryptoException;
}
