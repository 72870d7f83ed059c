package chat.pando.machine;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.OlmMessage;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.json.JsonObject;
import chat.pando.json.Utf8;
import chat.pando.matrix.UserId;
import java.util.Optional;

/**
 * A to-device event that is encrypted for us, still closed.
 *
 * @param sender   as the server says
 * @param identity the Curve25519 key of the device that says it has encrypted it
 * @param hash     of key, type and body: the same for the same message, however often it comes
 */
record OlmEnvelope(UserId sender, Curve25519PublicKey identity, OlmMessage message, String hash) {

    /** The envelope that this event is; empty where it is none, not for us, or malformed. */
    static Optional<OlmEnvelope> of(JsonObject event, Curve25519PublicKey self, Primitives primitives) {
        JsonObject content = event.at("content");
        JsonObject ciphertext = content.at("ciphertext", self.base64());
        Optional<UserId> sender = event.string("sender").flatMap(UserId::parse);
        boolean whole = sender.isPresent()
                && content.string("algorithm").equals(Optional.of(DeviceKeys.OLM))
                && content.string("sender_key").isPresent()
                && ciphertext.integer("type").isPresent()
                && ciphertext.string("body").isPresent();
        if (!whole) {
            return Optional.empty();
        }
        try {
            String key = content.requireString("sender_key");
            long type = ciphertext.requireInteger("type");
            String body = ciphertext.requireString("body");
            byte[] hash = primitives.sha256(Utf8.encode(key + ' ' + type + ' ' + body));
            Curve25519PublicKey identity = Curve25519PublicKey.fromBase64(key);
            return Optional.of(new OlmEnvelope(
                    sender.get(), identity, OlmMessage.parse(type, body), UnpaddedBase64.encode(hash)));
        } catch (CryptoException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "OlmEnvelope";
    }
}
