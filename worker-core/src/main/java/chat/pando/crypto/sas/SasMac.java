package chat.pando.crypto.sas;

import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code m.key.verification.mac} holds: a code for each key that the sender vouches for, and one for the list of
 * their ids (spec, "MAC calculation").
 *
 * @param byKey by key id ({@code ed25519:…}), in the order of the ids
 * @param keys  the code of the list
 */
public record SasMac(Map<String, String> byKey, String keys) {

    public SasMac {
        byKey = Collections.unmodifiableMap(new TreeMap<>(byKey));
    }

    /** @throws CryptoException where a member is missing, or no text */
    public static SasMac read(JsonObject content) throws CryptoException {
        Map<String, String> byKey = new HashMap<>();
        JsonObject macs = content.object("mac").orElseThrow(SasMac::malformed);
        for (Map.Entry<String, JsonValue> mac : macs.members().entrySet()) {
            if (!(mac.getValue() instanceof JsonString code)) {
                throw malformed();
            }
            byKey.put(mac.getKey(), code.value());
        }
        return new SasMac(byKey, content.string("keys").orElseThrow(SasMac::malformed));
    }

    /** The members {@code mac} and {@code keys} of the event's content. */
    public JsonObject toJson() {
        JsonObject.Builder macs = JsonObject.builder();
        byKey.forEach(macs::put);
        return JsonObject.builder().put("mac", macs.build()).put("keys", keys).build();
    }

    private static CryptoException malformed() {
        return new CryptoException("a verification's codes without \"mac\" or \"keys\"");
    }

    @Override
    public String toString() {
        return "SasMac[" + byKey.size() + " keys]";
    }
}
