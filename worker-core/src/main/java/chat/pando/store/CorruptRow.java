package chat.pando.store;

/**
 * Which stored row could not be opened.
 *
 * @param table where it lies
 * @param key   which it is; it can hold names, so it is for the Health page of its owner and for no log
 */
public record CorruptRow(Table table, String key) {

    @Override
    public String toString() {
        return "CorruptRow[" + table + "]";
    }
}
