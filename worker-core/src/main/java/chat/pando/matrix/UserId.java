package chat.pando.matrix;

import java.util.Optional;

/**
 * A Matrix user id, {@code @localpart:server} (spec, appendix "User Identifiers").
 *
 * <p>Historical ids break the grammar of localparts, so only the shape is checked.
 */
public record UserId(String value) implements Comparable<UserId> {

    private static final int MAX_LENGTH = 255;

    public UserId {
        if (!isUserId(value)) {
            throw new IllegalArgumentException("not a user id");
        }
    }

    public static Optional<UserId> parse(String text) {
        return isUserId(text) ? Optional.of(new UserId(text)) : Optional.empty();
    }

    private static boolean isUserId(String text) {
        int colon = text.indexOf(':');
        return text.length() <= MAX_LENGTH
                && text.startsWith("@")
                && colon > 0
                && colon < text.length() - 1
                && text.chars().noneMatch(c -> c <= ' ');
    }

    public String localpart() {
        return value.substring(1, value.indexOf(':'));
    }

    /** The server's name, with its port where it has one. */
    public String server() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    /** Without the name, which logs never hold. */
    @Override
    public String toString() {
        return "UserId";
    }
}
