package chat.pando.machine;

import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.Ed25519Signature;
import chat.pando.crypto.Olm;
import chat.pando.host.CryptoException;
import chat.pando.json.CanonicalJson;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.store.DeviceAccount;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON that a device has signed (spec, appendix "Signing JSON"). */
final class SignedJson {

    private static final String SIGNATURES = "signatures";
    private static final String UNSIGNED = "unsigned";

    private final Olm olm;

    SignedJson(Olm olm) {
        this.olm = olm;
    }

    /** The object with our device's signature. */
    JsonObject sign(JsonObject object, DeviceAccount self) {
        Ed25519Signature signature = olm.sign(self.keys(), signedBytes(object));
        JsonObject byKey = JsonObject.builder()
                .put(keyName(self.device()), signature.base64())
                .build();
        JsonObject byUser = JsonObject.builder().put(self.user().value(), byKey).build();
        return object.toBuilder().put(SIGNATURES, byUser).build();
    }

    /** Whether that device signed the object with that key. */
    boolean isSignedBy(JsonObject object, UserId user, DeviceId device, Ed25519PublicKey key) {
        Optional<String> signature = object.at(SIGNATURES, user.value()).string(keyName(device));
        try {
            return signature.isPresent()
                    && olm.verify(key, signedBytes(object), Ed25519Signature.fromBase64(signature.get()));
        } catch (CryptoException | JsonShapeException malformed) {
            return false;
        }
    }

    static String keyName(DeviceId device) {
        return "ed25519:" + device.value();
    }

    private static byte[] signedBytes(JsonObject object) {
        return CanonicalJson.of(object.without(SIGNATURES, UNSIGNED)).getBytes(StandardCharsets.UTF_8);
    }
}
