package chat.pando.store;

import java.util.Arrays;
import java.util.List;

/** A key that is made of several parts, and sorts by them in order. No part holds a line break. */
final class RowKey {

    static final String SEPARATOR = "\n";

    private RowKey() {}

    static String of(String... parts) {
        return String.join(SEPARATOR, parts);
    }

    /** The keys that begin with these parts and have more. */
    static KeyRange under(String... parts) {
        return KeyRange.startingWith(of(parts) + SEPARATOR);
    }

    static List<String> parts(String key) {
        return Arrays.asList(key.split(SEPARATOR, -1));
    }
}
