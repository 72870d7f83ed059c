package chat.pando.machine;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.DeviceAccount;
import java.util.List;
import java.util.Optional;

/** Device keys as they are published: ours are written, others' are checked (spec, "Device keys"). */
final class DeviceKeys {

    static final String OLM = "m.olm.v1.curve25519-aes-sha2";

    private final SignedJson signing;

    DeviceKeys(SignedJson signing) {
        this.signing = signing;
    }

    /** Our own, signed. */
    JsonObject own(DeviceAccount self) {
        JsonObject keys = JsonObject.builder()
                .put(curveName(self.device()), self.keys().identityKey().base64())
                .put(SignedJson.keyName(self.device()), self.keys().fingerprintKey().base64())
                .build();
        JsonObject device = JsonObject.builder()
                .put("algorithms", JsonArray.ofStrings(List.of(OLM, RoomEncryption.MEGOLM)))
                .put("device_id", self.device().value())
                .put("keys", keys)
                .put("user_id", self.user().value())
                .build();
        return signing.sign(device, self);
    }

    /** The device that these keys describe, where they are whole, of that user and device, and signed by itself. */
    Optional<Device> check(UserId user, DeviceId id, JsonObject keys) {
        boolean named = keys.string("user_id").equals(Optional.of(user.value()))
                && keys.string("device_id").equals(Optional.of(id.value()));
        Optional<String> ed25519 = keys.at("keys").string(SignedJson.keyName(id));
        Optional<String> curve25519 = keys.at("keys").string(curveName(id));
        if (!named || ed25519.isEmpty() || curve25519.isEmpty()) {
            return Optional.empty();
        }
        try {
            Ed25519PublicKey signer = Ed25519PublicKey.fromBase64(ed25519.get());
            Curve25519PublicKey identity = Curve25519PublicKey.fromBase64(curve25519.get());
            return signing.isSignedBy(keys, user, id, signer)
                    ? Optional.of(new Device(user, id, signer, identity, keys.without("unsigned")))
                    : Optional.empty();
        } catch (CryptoException malformed) {
            return Optional.empty();
        }
    }

    private static String curveName(DeviceId device) {
        return "curve25519:" + device.value();
    }
}
