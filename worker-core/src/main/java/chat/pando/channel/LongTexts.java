package chat.pando.channel;

import chat.pando.channel.segment.Part;
import chat.pando.channel.segment.PartContent;
import chat.pando.channel.segment.Received;
import chat.pando.channel.segment.Transfer;
import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.OutboxRow;
import chat.pando.store.PartRow;
import chat.pando.store.Reads;
import chat.pando.store.Tables;
import chat.pando.store.TransferHead;
import chat.pando.store.TransferRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Long texts as they are stored: their parts lie apart, so that what changes while they travel stays small. */
public final class LongTexts {

    /** How much of a text its message shows before a person asks for all of it. */
    public static final int START_LENGTH = 1_500;

    private LongTexts() {}

    public static TransferHead head(Transfer transfer) {
        return new TransferHead(transfer.id(), transfer.count(), transfer.length(), transfer.sha256());
    }

    public static Transfer transfer(TransferHead head) {
        return new Transfer(head.id(), head.count(), head.length(), head.sha256());
    }

    /** What is there of a transfer: also which parts are missing. */
    public static Received received(TransferRow row) {
        Map<Integer, Integer> sizes = new HashMap<>();
        row.arrivals().forEach(arrival -> sizes.put(arrival.index(), arrival.bytes()));
        return new Received(transfer(row.head()), sizes);
    }

    /** How a text begins, as the content of a message. */
    public static JsonObject start(String text) {
        int end = Math.min(text.length(), START_LENGTH);
        boolean torn = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return JsonObject.builder()
                .put("msgtype", "m.text")
                .put("body", text.substring(0, torn ? end - 1 : end))
                .build();
    }

    /** The content of the event that carries a part of what this device sends; empty where the part is lost. */
    public static Optional<JsonObject> content(OutboxRow row, int index, UserId me, Tables tables, Reads reads) {
        TransferHead head = row.parts().orElseThrow().head();
        return tables.parts()
                .get(reads, row.room(), me, head.id(), index)
                .map(part -> PartContent.of(new Part(transfer(head), index, part.text())));
    }

    static void store(OutboxRow row, List<String> parts, UserId me, Tables tables, Draft draft) {
        String transfer = row.parts().orElseThrow().head().id();
        for (int index = 0; index < parts.size(); index++) {
            PartRow part = new PartRow(row.room(), me, transfer, index, parts.get(index), Optional.empty());
            tables.parts().put(draft, part);
        }
    }

    /** Lets go of what this device sends, and remembers that: what comes of it later is not shown. */
    static void remove(OutboxRow row, UserId me, Tables tables, Draft draft) {
        TransferHead head = row.parts().orElseThrow().head();
        tables.parts().deleteAll(draft, row.room(), me, head);
        TransferRow transfer = tables.transfers()
                .get(draft, row.room(), me, head.id())
                .orElseGet(() -> TransferRow.fresh(row.room(), me, head, row.number(), row.key(), row.number()));
        tables.transfers().store(draft, transfer.withState(TransferRow.State.REMOVED));
    }
}
