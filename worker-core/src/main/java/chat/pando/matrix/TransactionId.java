package chat.pando.matrix;

import java.util.Optional;

/** The id under which a request is carried out once, however often it is sent (spec, "Transaction identifiers"). */
public record TransactionId(String value) implements Comparable<TransactionId> {

    public TransactionId {
        if (!isTransactionId(value)) {
            throw new IllegalArgumentException("not a transaction id");
        }
    }

    public static Optional<TransactionId> parse(String text) {
        return isTransactionId(text) ? Optional.of(new TransactionId(text)) : Optional.empty();
    }

    private static boolean isTransactionId(String text) {
        return !text.isEmpty();
    }

    @Override
    public int compareTo(TransactionId other) {
        return value.compareTo(other.value);
    }

    /** Without the id, which logs never hold. */
    @Override
    public String toString() {
        return "TransactionId";
    }
}
