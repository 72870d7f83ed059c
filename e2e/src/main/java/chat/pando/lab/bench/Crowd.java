package chat.pando.lab.bench;

import chat.pando.crypto.Olm;
import chat.pando.crypto.OlmAccount;
import chat.pando.crypto.OneTimeKey;
import chat.pando.crypto.signing.SignedJson;
import chat.pando.host.Primitives;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JvmHost;
import java.util.List;

/** Many people with two devices each, as a homeserver tells of them. */
final class Crowd {

    private static final int DEVICES_EACH = 2;

    private final Primitives primitives = JvmHost.create().primitives();
    private final Olm olm = new Olm(primitives);
    private final JsonObject.Builder deviceKeys = JsonObject.builder();
    private final JsonObject.Builder oneTimeKeys = JsonObject.builder();

    /** @param devices how many there are of all people together */
    Crowd(int devices) {
        for (int person = 0; person < devices / DEVICES_EACH; person++) {
            add("@person" + person + ":bench.example");
        }
    }

    /** What a homeserver answers: to {@code query}, and once to {@code claim}. */
    JsonObject answers() {
        return JsonObject.builder()
                .put("query", JsonObject.builder().put("device_keys", deviceKeys.build()).build())
                .put("claim", JsonObject.builder()
                        .put("one_time_keys", oneTimeKeys.build())
                        .put("failures", JsonObject.EMPTY)
                        .build())
                .build();
    }

    private void add(String user) {
        JsonObject.Builder keys = JsonObject.builder();
        JsonObject.Builder claimed = JsonObject.builder();
        for (int i = 0; i < DEVICES_EACH; i++) {
            String device = "DEVICE" + i;
            OlmAccount account = olm.newAccount();
            keys.put(device, signed(keysOf(user, device, account), user, device, account));
            OneTimeKey key = olm.newOneTimeKeys(0, 1).get(0);
            JsonObject oneTimeKey = JsonObject.builder().put("key", key.publicKey().base64()).build();
            claimed.put(device, JsonObject.builder()
                    .put("signed_curve25519:" + key.keyId(), signed(oneTimeKey, user, device, account))
                    .build());
        }
        deviceKeys.put(user, keys.build());
        oneTimeKeys.put(user, claimed.build());
    }

    private static JsonObject keysOf(String user, String device, OlmAccount account) {
        return JsonObject.builder()
                .put("user_id", user)
                .put("device_id", device)
                .put("algorithms",
                        JsonArray.ofStrings(List.of("m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2")))
                .put("keys", JsonObject.builder()
                        .put("curve25519:" + device, account.identityKey().base64())
                        .put("ed25519:" + device, account.fingerprintKey().base64())
                        .build())
                .build();
    }

    private JsonObject signed(JsonObject object, String user, String device, OlmAccount account) {
        return SignedJson.sign(primitives, object, user, "ed25519:" + device, account.signingKey());
    }
}
