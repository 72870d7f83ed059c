package chat.pando.protocol;

import chat.pando.json.JsonObject;

/** The JSON of a {@link TimelineItem} and of what it says. */
public final class TimelineItemCodec {

    private TimelineItemCodec() {}

    public static JsonObject encode(TimelineItem item) {
        JsonObject.Builder out = JsonObject.builder()
                .put("key", item.key())
                .put("event_id", item.eventId())
                .put("order", item.order())
                .put("sender", item.sender())
                .put("timestamp", item.timestamp())
                .put("content", encodeContent(item.content()))
                .put("state", item.state().name());
        item.failure().ifPresent(problem -> out.put("failure", ProblemCodec.encode(problem)));
        return out.build();
    }

    public static TimelineItem decode(JsonObject from) {
        return new TimelineItem(
                from.requireString("key"),
                Wire.optionalString(from, "event_id"),
                from.requireString("order"),
                from.requireString("sender"),
                from.requireInteger("timestamp"),
                decodeContent(from.requireObject("content")),
                Wire.constant(from, "state", TimelineItem.State.values()),
                Wire.optionalObject(from, "failure", ProblemCodec::decode));
    }

    private static JsonObject encodeContent(TimelineItem.Content content) {
        if (content instanceof TimelineItem.Content.Text text) {
            return Wire.typed("text")
                    .put("kind", text.kind().name())
                    .put("body", text.body())
                    .build();
        }
        if (content instanceof TimelineItem.Content.LongText text) {
            return Wire.typed("long_text")
                    .put("transfer", text.transfer())
                    .put("start", text.start())
                    .put("bytes", text.bytes())
                    .put("parts", text.parts())
                    .put("present", text.present())
                    .put("standing", text.standing().name())
                    .build();
        }
        if (content instanceof TimelineItem.Content.Other other) {
            return Wire.typed("other")
                    .put("msgtype", other.type())
                    .put("body", other.body())
                    .build();
        }
        if (content instanceof TimelineItem.Content.Happening happening) {
            return Wire.typed("happening").put("sentence", happening.sentence()).build();
        }
        if (content instanceof TimelineItem.Content.Undecryptable undecryptable) {
            return Wire.typed("undecryptable").put("reason", undecryptable.reason()).build();
        }
        if (content instanceof TimelineItem.Content.Redacted) {
            return Wire.typed("redacted").build();
        }
        if (content instanceof TimelineItem.Content.Gap) {
            return Wire.typed("gap").build();
        }
        if (content instanceof TimelineItem.Content.Missing missing) {
            return Wire.typed("missing").put("count", missing.count()).build();
        }
        throw new IllegalArgumentException("a content without JSON");
    }

    private static TimelineItem.Content decodeContent(JsonObject from) {
        switch (from.requireString(Wire.TYPE)) {
            case "text":
                return new TimelineItem.Content.Text(
                        Wire.constant(from, "kind", TimelineItem.Content.Text.Kind.values()),
                        from.requireString("body"));
            case "long_text":
                return new TimelineItem.Content.LongText(
                        from.requireString("transfer"),
                        from.requireString("start"),
                        (int) from.requireInteger("bytes"),
                        (int) from.requireInteger("parts"),
                        (int) from.requireInteger("present"),
                        Wire.constant(from, "standing", TimelineItem.Content.LongText.Standing.values()));
            case "other":
                return new TimelineItem.Content.Other(from.requireString("msgtype"), from.requireString("body"));
            case "happening":
                return new TimelineItem.Content.Happening(from.requireString("sentence"));
            case "undecryptable":
                return new TimelineItem.Content.Undecryptable(from.requireString("reason"));
            case "redacted":
                return new TimelineItem.Content.Redacted();
            case "gap":
                return new TimelineItem.Content.Gap();
            case "missing":
                return new TimelineItem.Content.Missing((int) from.requireInteger("count"));
            default:
                throw Wire.unknownType("timeline entry");
        }
    }
}
