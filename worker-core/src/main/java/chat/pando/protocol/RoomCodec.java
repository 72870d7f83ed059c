package chat.pando.protocol;

import chat.pando.json.JsonObject;

/** The JSON of rooms as they are listed, as they are open, and of their members. */
final class RoomCodec {

    private RoomCodec() {}

    static JsonObject encodeSummary(RoomSummary room) {
        return JsonObject.builder()
                .put("id", room.id())
                .put("name", room.name())
                .put("membership", room.membership().name())
                .put("encrypted", room.encrypted())
                .put("inviter", room.inviter())
                .put("last_activity", room.lastActivity())
                .put("preview", room.preview())
                .put("unread", room.unread())
                .put("member_count", room.memberCount())
                .build();
    }

    static RoomSummary decodeSummary(JsonObject from) {
        return new RoomSummary(
                from.requireString("id"),
                from.requireString("name"),
                Wire.constant(from, "membership", RoomSummary.Membership.values()),
                from.requireBool("encrypted"),
                Wire.optionalString(from, "inviter"),
                from.requireInteger("last_activity"),
                from.requireString("preview"),
                Wire.smallInteger(from, "unread"),
                Wire.smallInteger(from, "member_count"));
    }

    static JsonObject encodeView(RoomView room) {
        return JsonObject.builder()
                .put("id", room.id())
                .put("items", Wire.array(room.items(), TimelineItemCodec::encode))
                .put("has_older", room.hasOlder())
                .put("members", Wire.array(room.members(), RoomCodec::encodeMember))
                .build();
    }

    static RoomView decodeView(JsonObject from) {
        return new RoomView(
                from.requireString("id"),
                Wire.objects(from, "items", TimelineItemCodec::decode),
                from.requireBool("has_older"),
                Wire.objects(from, "members", RoomCodec::decodeMember));
    }

    static JsonObject encodeMember(Member member) {
        return JsonObject.builder()
                .put("user_id", member.userId())
                .put("display_name", member.displayName())
                .put("invited", member.invited())
                .put("power_level", member.powerLevel())
                .build();
    }

    static Member decodeMember(JsonObject from) {
        return new Member(
                from.requireString("user_id"),
                Wire.optionalString(from, "display_name"),
                from.requireBool("invited"),
                Wire.smallInteger(from, "power_level"));
    }
}
