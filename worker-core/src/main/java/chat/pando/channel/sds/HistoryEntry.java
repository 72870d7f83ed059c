package chat.pando.channel.sds;

/**
 * A message that another one names: one that its sender had read, or one that its sender asks for.
 *
 * @param hint   where it may be had; empty where that isn't known
 * @param sender empty where it isn't told
 */
public record HistoryEntry(String id, Blob hint, String sender) {

    public static HistoryEntry of(String id) {
        return new HistoryEntry(id, Blob.EMPTY, "");
    }

    @Override
    public String toString() {
        return "HistoryEntry";
    }
}
