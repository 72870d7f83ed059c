package chat.pando.store;

import java.util.Objects;

/**
 * The keys from {@code from} (inclusive) to {@code to} (exclusive).
 */
public record KeyRange(String from, String to) {

    /** Above every key that is well-formed UTF-16 text and used here. */
    private static final char HIGHEST = '\uffff';

    public KeyRange {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    public static KeyRange all() {
        return new KeyRange("", String.valueOf(HIGHEST));
    }

    public static KeyRange startingWith(String prefix) {
        return new KeyRange(prefix, prefix + HIGHEST);
    }

    public boolean contains(String key) {
        return key.compareTo(from) >= 0 && key.compareTo(to) < 0;
    }

    @Override
    public String toString() {
        return "KeyRange"; // keys of rows can be names
    }
}
