package chat.pando.store;

import chat.pando.crypto.OlmAccount;
import chat.pando.host.AgreementKey;
import chat.pando.host.KeyHandle;
import chat.pando.host.SigningKey;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** This device: whose it is, its id, and its two long-lived key pairs. Written once, when the device is made. */
public record DeviceAccount(UserId user, DeviceId device, OlmAccount keys) {

    private static final String KEY = "e2ee/device";

    public DeviceAccount {
        Objects.requireNonNull(user);
        Objects.requireNonNull(device);
        Objects.requireNonNull(keys);
    }

    public static Optional<DeviceAccount> read(RowReader reader, Reads reads) {
        return reader.read(Table.META, reads.get(Table.META, KEY), DeviceAccount::decode);
    }

    public void write(Draft draft) {
        JsonObject body = JsonObject.builder()
                .put("user", user.value())
                .put("device", device.value())
                .build();
        List<KeyHandle> handles = List.of(keys.signingKey(), keys.identity().pair());
        draft.put(Table.META, new Row(KEY, body.text(), handles));
    }

    private static DeviceAccount decode(JsonObject body, Row row) {
        if (row.keys().size() == 2
                && row.keys().get(0) instanceof SigningKey signing
                && row.keys().get(1) instanceof AgreementKey identity) {
            UserId user = new UserId(body.requireString("user"));
            DeviceId device = new DeviceId(body.requireString("device"));
            return new DeviceAccount(user, device, new OlmAccount(signing, identity));
        }
        throw new IllegalArgumentException("a device without its key pairs");
    }

    @Override
    public String toString() {
        return "DeviceAccount";
    }
}
