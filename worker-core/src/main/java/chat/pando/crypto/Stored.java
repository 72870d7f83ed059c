package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;

/**
 * The members that stored sessions have in common; reading refuses what no session writes (what they hold: Olm
 * specification, "The Olm Algorithm"; Megolm specification, "Session setup").
 */
final class Stored {

    private Stored() {}

    static byte[] bytes(JsonObject json, String name, int length) throws CryptoException {
        byte[] bytes = UnpaddedBase64.decode(string(json, name));
        if (bytes.length != length) {
            throw damaged(name);
        }
        return bytes;
    }

    static String string(JsonObject json, String name) throws CryptoException {
        return json.string(name).orElseThrow(() -> damaged(name));
    }

    static Curve25519PublicKey curve25519(JsonObject json, String name) throws CryptoException {
        return Curve25519PublicKey.fromBase64(string(json, name));
    }

    /** An index between 0 and a maximum, both inclusive. */
    static long index(JsonObject json, String name, long maximum) throws CryptoException {
        long index = json.integer(name).orElse(-1);
        if (index < 0 || index > maximum) {
            throw damaged(name);
        }
        return index;
    }

    static JsonObject writeRatchet(MegolmRatchet ratchet) {
        return JsonObject.builder()
                .put("ratchet", UnpaddedBase64.encode(ratchet.data()))
                .put("index", ratchet.index())
                .build();
    }

    static MegolmRatchet readRatchet(JsonObject json) throws CryptoException {
        byte[] data = bytes(json, "ratchet", MegolmRatchet.LENGTH);
        return new MegolmRatchet(data, index(json, "index", MegolmRatchet.LAST_INDEX));
    }

    static CryptoException damaged(String name) {
        return new CryptoException("a stored session with a damaged \"" + name + "\"");
    }
}
