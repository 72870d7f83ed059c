package chat.pando.machine;

import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.store.Device;
import chat.pando.store.DeviceAccount;
import java.util.Optional;

/**
 * What was inside an Olm message, after it was checked who wrote it and for whom: without these checks a message
 * could be passed on as somebody else's, or as meant for somebody else (spec, "m.olm.v1.curve25519-aes-sha2").
 *
 * @param signing the Ed25519 key that the sending device says it has
 * @param device  the sending device, where the user's device list has it
 */
record OlmPayload(
        OlmEnvelope envelope, String type, JsonObject content, Ed25519PublicKey signing, Optional<Device> device) {

    /**
     * The payload, where everything in it agrees with the envelope.
     *
     * @param listed the sender's device of that identity key, where the device list has it
     */
    static Optional<OlmPayload> check(
            OlmEnvelope envelope, JsonObject plaintext, Optional<Device> listed, DeviceAccount self, DeviceKeys keys) {
        boolean addressed = plaintext.string("sender").equals(Optional.of(envelope.sender().value()))
                && plaintext.string("recipient").equals(Optional.of(self.user().value()))
                && plaintext.at("recipient_keys")
                        .string("ed25519")
                        .equals(Optional.of(self.keys().fingerprintKey().base64()));
        Optional<Ed25519PublicKey> signing = plaintext.at("keys").string("ed25519").flatMap(OlmPayload::key);
        Optional<String> type = plaintext.string("type");
        Optional<JsonObject> content = plaintext.object("content");
        if (!addressed || signing.isEmpty() || type.isEmpty() || content.isEmpty()) {
            return Optional.empty();
        }
        boolean contradicted = listed.filter(device -> !device.signing().equals(signing.get())).isPresent()
                || !senderKeysAgree(envelope, plaintext, signing.get(), keys);
        return contradicted
                ? Optional.empty()
                : Optional.of(new OlmPayload(envelope, type.get(), content.get(), signing.get(), listed));
    }

    /** Whether the device keys that the sender sends along (MSC4147), if any, are its own and those of this message. */
    private static boolean senderKeysAgree(
            OlmEnvelope envelope, JsonObject plaintext, Ed25519PublicKey signing, DeviceKeys keys) {
        if (!plaintext.has("sender_device_keys")) {
            return true;
        }
        JsonObject sent = plaintext.at("sender_device_keys");
        return sent.string("device_id")
                .flatMap(DeviceId::parse)
                .flatMap(id -> keys.check(envelope.sender(), id, sent))
                .filter(device -> device.identity().equals(envelope.identity()) && device.signing().equals(signing))
                .isPresent();
    }

    private static Optional<Ed25519PublicKey> key(String base64) {
        try {
            return Optional.of(Ed25519PublicKey.fromBase64(base64));
        } catch (CryptoException malformed) {
            return Optional.empty();
        }
    }

    /** Who wrote it. */
    SenderInfo sender() {
        return new SenderInfo(
                envelope.sender(),
                device.map(Device::id),
                device.isPresent() ? SenderInfo.Trust.LISTED_DEVICE : SenderInfo.Trust.UNKNOWN_DEVICE);
    }

    /** The type only. */
    @Override
    public String toString() {
        return "OlmPayload[" + type + "]";
    }
}
