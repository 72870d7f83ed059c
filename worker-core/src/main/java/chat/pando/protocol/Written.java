package chat.pando.protocol;

import chat.pando.json.JsonObject;
import java.util.List;

/**
 * The body of an {@link Update} or a {@link Welcome}, written once for all tabs that are told the same: only the
 * numbers differ.
 */
public final class Written {

    private final String name;
    private final String body;

    private Written(String name, String body) {
        this.name = name;
        this.body = body;
    }

    public static Written of(List<Delta> deltas) {
        return new Written(
                FromCoreCodec.DELTAS, Wire.array(deltas, DeltaCodec::encode).text());
    }

    public static Written of(Snapshot snapshot) {
        return new Written(FromCoreCodec.SNAPSHOT, SnapshotCodec.encode(snapshot).text());
    }

    /** The text of an update with these deltas. */
    public String update(String instance, long sequence) {
        return text(FromCoreCodec.updateHead(instance, sequence));
    }

    /** The text of a welcome with this snapshot. */
    public String welcome(String instance, String lock, long sequence) {
        return text(FromCoreCodec.welcomeHead(instance, lock, sequence));
    }

    private String text(JsonObject.Builder head) {
        String text = head.build().text();
        return text.substring(0, text.length() - 1) + ",\"" + name + "\":" + body + "}";
    }
}
