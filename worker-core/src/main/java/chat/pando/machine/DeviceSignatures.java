package chat.pando.machine;

import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.signing.SignedJson;
import chat.pando.host.Primitives;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.store.DeviceAccount;
import java.util.List;

/** The signatures of devices, ours and others', in JSON (spec, "Device keys"). */
final class DeviceSignatures {

    private final Primitives primitives;

    DeviceSignatures(Primitives primitives) {
        this.primitives = primitives;
    }

    /** The object with our device's signature. */
    JsonObject sign(JsonObject object, DeviceAccount self) {
        return signAll(List.of(object), self).get(0);
    }

    /** Each object with our device's signature, in their order. */
    List<JsonObject> signAll(List<JsonObject> objects, DeviceAccount self) {
        return SignedJson.signAll(
                primitives, objects, self.user().value(), keyName(self.device()), self.keys().signingKey());
    }

    /** Whether that device signed the object with that key. */
    boolean isSignedBy(JsonObject object, UserId user, DeviceId device, Ed25519PublicKey key) {
        return SignedJson.isSigned(primitives, object, user.value(), keyName(device), key);
    }

    static String keyName(DeviceId device) {
        return "ed25519:" + device.value();
    }
}
