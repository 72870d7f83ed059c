package chat.pando.crypto.sas;

import chat.pando.host.Bytes;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.host.CryptoException;
import chat.pando.json.Utf8;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The codes by which one of the two devices vouches for keys (spec, "MAC calculation"). */
public final class SasMacs {

    private final SasAgreement agreement;
    private final SasMacMethod method;
    private final String info;

    SasMacs(SasAgreement agreement, SasMacMethod method, String info) {
        this.agreement = agreement;
        this.method = method;
        this.info = info;
    }

    /** Vouches for these keys, each under its id. */
    public SasMac of(Map<String, Ed25519PublicKey> keys) {
        TreeMap<String, String> byKey = new TreeMap<>();
        keys.forEach((id, key) -> byKey.put(id, code(id, key.base64())));
        return new SasMac(byKey, listCode(byKey.keySet()));
    }

    /**
     * The ids of those keys that the other device vouches for; ids that we don't know are passed over.
     *
     * @param known the other's keys, as the homeserver has told them
     * @throws CryptoException where a code doesn't fit: a key of the other's is not the one that we know
     */
    public Set<String> check(SasMac received, Map<String, Ed25519PublicKey> known) throws CryptoException {
        requireEqual(listCode(received.byKey().keySet()), received.keys(), "a list of keys that was changed");
        Set<String> vouchedFor = new TreeSet<>();
        for (Map.Entry<String, String> mac : received.byKey().entrySet()) {
            Ed25519PublicKey key = known.get(mac.getKey());
            if (key != null) {
                requireEqual(code(mac.getKey(), key.base64()), mac.getValue(), "a key that is not the one we know");
                vouchedFor.add(mac.getKey());
            }
        }
        return vouchedFor;
    }

    private String listCode(Set<String> sortedIds) {
        return code("KEY_IDS", String.join(",", sortedIds));
    }

    private String code(String purpose, String message) {
        return method.write(agreement.mac(info + purpose, message));
    }

    private void requireEqual(String expected, String received, String refusal) throws CryptoException {
        byte[] theirs = Utf8.encode(method.normal(received));
        if (!Bytes.equalInConstantTime(Utf8.encode(expected), theirs)) {
            throw new CryptoException(refusal);
        }
    }
}
