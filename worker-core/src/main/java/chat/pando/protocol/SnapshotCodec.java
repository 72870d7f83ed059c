package chat.pando.protocol;

import chat.pando.json.JsonObject;

/** The JSON of a {@link Snapshot} and of the account in it. */
final class SnapshotCodec {

    private SnapshotCodec() {}

    static JsonObject encode(Snapshot snapshot) {
        JsonObject.Builder out =
                JsonObject.builder().put("accounts", Wire.array(snapshot.accounts(), SnapshotCodec::encodeAccount));
        snapshot.view().ifPresent(view -> out.put("view", encodeView(view)));
        snapshot.keys().ifPresent(keys -> out.put("keys", keys));
        return out.build();
    }

    static Snapshot decode(JsonObject from) {
        return new Snapshot(
                Wire.objects(from, "accounts", SnapshotCodec::decodeAccount),
                Wire.optionalObject(from, "view", SnapshotCodec::decodeView),
                Wire.optionalString(from, "keys"));
    }

    static JsonObject encodeAccount(AccountInfo account) {
        return JsonObject.builder()
                .put("user_id", account.userId())
                .put("homeserver", account.homeserver())
                .build();
    }

    static AccountInfo decodeAccount(JsonObject from) {
        return new AccountInfo(from.requireString("user_id"), from.requireString("homeserver"));
    }

    private static JsonObject encodeView(AccountView view) {
        JsonObject.Builder out = JsonObject.builder()
                .put("user_id", view.userId())
                .put("device_id", view.deviceId())
                .put("fingerprint", view.fingerprint())
                .put("homeserver", view.homeserver())
                .put("connection", ConnectionCodec.encode(view.connection()))
                .put("rooms", Wire.array(view.rooms(), RoomCodec::encodeSummary));
        view.open().ifPresent(room -> out.put("open", RoomCodec.encodeView(room)));
        return out.build();
    }

    private static AccountView decodeView(JsonObject from) {
        return new AccountView(
                from.requireString("user_id"),
                from.requireString("device_id"),
                from.requireString("fingerprint"),
                from.requireString("homeserver"),
                ConnectionCodec.decode(from.requireObject("connection")),
                Wire.objects(from, "rooms", RoomCodec::decodeSummary),
                Wire.optionalObject(from, "open", RoomCodec::decodeView));
    }
}
