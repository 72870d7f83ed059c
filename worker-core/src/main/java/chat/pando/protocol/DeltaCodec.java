package chat.pando.protocol;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;

/** The JSON of a {@link Delta}. */
final class DeltaCodec {

    private DeltaCodec() {}

    static JsonObject encode(Delta delta) {
        if (delta instanceof Delta.AccountsChanged d) {
            return Wire.typed("accounts_changed")
                    .put("accounts", Wire.array(d.accounts(), SnapshotCodec::encodeAccount))
                    .build();
        }
        if (delta instanceof Delta.ConnectionChanged d) {
            return Wire.typed("connection_changed")
                    .put("connection", ConnectionCodec.encode(d.connection()))
                    .build();
        }
        if (delta instanceof Delta.SignedOut d) {
            return Wire.typed("signed_out").put("user_id", d.userId()).build();
        }
        return encodeOfRoom(delta);
    }

    private static JsonObject encodeOfRoom(Delta delta) {
        if (delta instanceof Delta.RoomChanged d) {
            return Wire.typed("room_changed").put("room", RoomCodec.encodeSummary(d.room())).build();
        }
        if (delta instanceof Delta.RoomRemoved d) {
            return Wire.typed("room_removed").put("room", d.room()).build();
        }
        if (delta instanceof Delta.RoomOpened d) {
            return Wire.typed("room_opened").put("room", RoomCodec.encodeView(d.room())).build();
        }
        if (delta instanceof Delta.TimelineChanged d) {
            return Wire.typed("timeline_changed")
                    .put("room", d.room())
                    .put("changed", Wire.array(d.changed(), TimelineItemCodec::encode))
                    .put("removed", JsonArray.ofStrings(d.removed()))
                    .put("has_older", d.hasOlder())
                    .build();
        }
        if (delta instanceof Delta.MembersChanged d) {
            return Wire.typed("members_changed")
                    .put("room", d.room())
                    .put("members", Wire.array(d.members(), RoomCodec::encodeMember))
                    .build();
        }
        throw new IllegalArgumentException("a delta without JSON");
    }

    static Delta decode(JsonObject from) {
        switch (from.requireString(Wire.TYPE)) {
            case "accounts_changed":
                return new Delta.AccountsChanged(Wire.objects(from, "accounts", SnapshotCodec::decodeAccount));
            case "connection_changed":
                return new Delta.ConnectionChanged(ConnectionCodec.decode(from.requireObject("connection")));
            case "signed_out":
                return new Delta.SignedOut(from.requireString("user_id"));
            case "room_changed":
                return new Delta.RoomChanged(RoomCodec.decodeSummary(from.requireObject("room")));
            case "room_removed":
                return new Delta.RoomRemoved(from.requireString("room"));
            case "room_opened":
                return new Delta.RoomOpened(RoomCodec.decodeView(from.requireObject("room")));
            case "timeline_changed":
                return new Delta.TimelineChanged(
                        from.requireString("room"),
                        Wire.objects(from, "changed", TimelineItemCodec::decode),
                        Wire.strings(from, "removed"),
                        from.requireBool("has_older"));
            case "members_changed":
                return new Delta.MembersChanged(
                        from.requireString("room"), Wire.objects(from, "members", RoomCodec::decodeMember));
            default:
                throw Wire.unknownType("change");
        }
    }
}
