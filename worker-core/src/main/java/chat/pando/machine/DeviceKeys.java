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

    /**
     * What a device that runs Pando names among the algorithms that it supports: so it is known before it has said
     * anything who acknowledges messages, and signed.
     */
    private static final String PANDO = "chat.pando.channel/1";

    private final DeviceSignatures signing;

    DeviceKeys(DeviceSignatures signing) {
        this.signing = signing;
    }

    /** Our own, signed. */
    JsonObject own(DeviceAccount self) {
        JsonObject keys = JsonObject.builder()
                .put(curveName(self.device()), self.keys().identityKey().base64())
                .put(DeviceSignatures.keyName(self.device()), self.keys().fingerprintKey().base64())
                .build();
        JsonObject device = JsonObject.builder()
                .put("algorithms", JsonArray.ofStrings(List.of(OLM, RoomEncryption.MEGOLM, PANDO)))
                .put("device_id", self.device().value())
                .put("keys", keys)
                .put("user_id", self.user().value())
                .build();
        return signing.sign(device, self);
    }

    /** Whether a device says of itself that it runs Pando. */
    static boolean saysPando(Device device) {
        return device.keys().array("algorithms").filter(names -> names.strings().contains(PANDO)).isPresent();
    }

    /** The device that these keys describe, where they are whole, of that user and device, and signed by itself. */
    Optional<Device> check(UserId user, DeviceId id, JsonObject keys) {
        boolean named = keys.string("user_id").equals(Optional.of(user.value()))
                && keys.string("device_id").equals(Optional.of(id.value()));
        Optional<String> ed25519 = keys.at("keys").string(DeviceSignatures.keyName(id));
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
