package chat.pando.crypto;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.KeyHandle;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The form in which an Olm session is stored: JSON for what is symmetric, a key handle for the ratchet key (what it
 * holds: Olm specification, "The Olm Algorithm"; how it is written is our own).
 */
final class OlmSessionJson {

    private static final int KEY_LENGTH = 32;

    private OlmSessionJson() {}

    static JsonObject write(OlmSession session) {
        DoubleRatchet ratchet = session.ratchet();
        List<JsonValue> receiving = new ArrayList<>();
        ratchet.receiving().forEach(chain -> receiving.add(writeReceiving(chain)));
        return JsonObject.builder()
                .put("id", session.id())
                .put("identity_key", session.keys().identityKey().base64())
                .put("base_key", session.keys().baseKey().base64())
                .put("one_time_key", session.keys().oneTimeKey().base64())
                .put("root_key", UnpaddedBase64.encode(ratchet.root().key()))
                .put("sending", writeSending(ratchet.sending()))
                .put("receiving", new JsonArray(receiving))
                .build();
    }

    static OlmSession read(JsonObject json, List<KeyHandle> keyHandles) throws CryptoException {
        SessionKeys keys = new SessionKeys(
                Stored.curve25519(json, "identity_key"),
                Stored.curve25519(json, "base_key"),
                Stored.curve25519(json, "one_time_key"));
        List<ReceivingChain> receiving = new ArrayList<>();
        for (JsonValue value : json.array("receiving").orElseThrow(() -> Stored.damaged("receiving"))) {
            receiving.add(readReceiving(value));
        }
        RootKey root = new RootKey(Stored.bytes(json, "root_key", KEY_LENGTH));
        SendingChain sending = readSending(json.at("sending"), keyHandles);
        return new OlmSession(Stored.string(json, "id"), keys, new DoubleRatchet(root, sending, receiving));
    }

    private static JsonObject writeSending(SendingChain sending) {
        return sending instanceof SendingChain.Active active
                ? writeChain(active.chain())
                : JsonObject.builder()
                        .put("due_to", ((SendingChain.Due) sending).theirs().key().base64())
                        .build();
    }

    private static SendingChain readSending(JsonObject json, List<KeyHandle> keyHandles) throws CryptoException {
        if (json.has("due_to")) {
            return new SendingChain.Due(new RemoteRatchetKey(Stored.curve25519(json, "due_to")));
        }
        if (keyHandles.size() == 1 && keyHandles.get(0) instanceof AgreementKey ratchetKey) {
            return new SendingChain.Active(new RatchetKey(ratchetKey), readChain(json));
        }
        throw new CryptoException("a stored session without its ratchet key");
    }

    private static JsonObject writeReceiving(ReceivingChain receiving) {
        List<JsonValue> skipped = new ArrayList<>();
        for (ReceivingChain.SkippedKey key : receiving.skipped()) {
            skipped.add(writeChain(new ChainKey(key.key(), key.index())));
        }
        return writeChain(receiving.chain()).toBuilder()
                .put("ratchet_key", receiving.ratchetKey().key().base64())
                .put("skipped", new JsonArray(skipped))
                .build();
    }

    private static ReceivingChain readReceiving(JsonValue value) throws CryptoException {
        if (!(value instanceof JsonObject json)) {
            throw Stored.damaged("receiving");
        }
        List<ReceivingChain.SkippedKey> skipped = new ArrayList<>();
        for (JsonObject key : json.array("skipped").orElse(JsonArray.EMPTY).objects()) {
            ChainKey read = readChain(key);
            skipped.add(new ReceivingChain.SkippedKey(read.index(), read.key()));
        }
        RemoteRatchetKey ratchetKey = new RemoteRatchetKey(Stored.curve25519(json, "ratchet_key"));
        return new ReceivingChain(ratchetKey, readChain(json), skipped);
    }

    private static JsonObject writeChain(ChainKey chain) {
        return JsonObject.builder()
                .put("key", UnpaddedBase64.encode(chain.key()))
                .put("index", chain.index())
                .build();
    }

    private static ChainKey readChain(JsonObject json) throws CryptoException {
        byte[] key = Stored.bytes(json, "key", KEY_LENGTH);
        return new ChainKey(key, Stored.index(json, "index", JsonNumber.MAX_SAFE_INTEGER));
    }
}
