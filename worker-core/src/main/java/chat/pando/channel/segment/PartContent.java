package chat.pando.channel.segment;

import chat.pando.json.JsonObject;
import java.util.Optional;

/**
 * The content of the message that carries a part: an ordinary text message (spec, section "m.text"), with what Pando
 * needs to know of it under a name of Pando's own.
 */
public final class PartContent {

    /** Where the reliable channel's own members stand in a content. */
    public static final String MEMBER = "chat.pando.channel";

    /** What is written here is of this format; what says another, or none, is an ordinary message. */
    public static final String FORMAT = "chat.pando.channel/1";

    private PartContent() {}

    public static JsonObject of(Part part) {
        Transfer transfer = part.transfer();
        JsonObject place = JsonObject.builder()
                .put("id", transfer.id())
                .put("index", part.index())
                .put("count", transfer.count())
                .put("length", transfer.length())
                .put("sha256", transfer.sha256())
                .build();
        return JsonObject.builder()
                .put("msgtype", "m.text")
                .put("body", part.text())
                .put(MEMBER, JsonObject.builder()
                        .put("format", FORMAT)
                        .put("segment", place)
                        .build())
                .build();
    }

    /** The part that a message carries; empty for an ordinary message, and for one that can't be a part. */
    public static Optional<Part> read(JsonObject content) {
        JsonObject channel = content.at(MEMBER);
        if (!content.string("msgtype").equals(Optional.of("m.text"))
                || !channel.string("format").equals(Optional.of(FORMAT))) {
            return Optional.empty();
        }
        JsonObject place = channel.at("segment");
        Transfer transfer = new Transfer(
                place.string("id").orElse(""),
                number(place, "count"),
                number(place, "length"),
                place.string("sha256").orElse(""));
        return Optional.of(new Part(transfer, number(place, "index"), content.string("body").orElse("")))
                .filter(Part::isSound);
    }

    /** A number that is missing or beyond all bounds is one that no part has. */
    private static int number(JsonObject place, String name) {
        long value = place.integer(name).orElse(-1);
        return value > Transfer.MAX_LENGTH ? -1 : (int) Math.max(-1, value);
    }
}
