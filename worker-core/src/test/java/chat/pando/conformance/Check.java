package chat.pando.conformance;

import java.util.Arrays;
import java.util.Objects;

/** The assertions of the conformance suites: each throws an {@link AssertionError} that says what was expected. */
public final class Check {

    private Check() {}

    public static void that(boolean condition, String expectation) {
        if (!condition) {
            throw new AssertionError("expected: " + expectation);
        }
    }

    public static void equal(Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("expected " + expected + " but was " + actual);
        }
    }

    public static void equal(byte[] expected, byte[] actual) {
        if (!Arrays.equals(expected, actual)) {
            throw new AssertionError("expected " + Arrays.toString(expected) + " but was " + Arrays.toString(actual));
        }
    }

    /** Runs the body, which must throw this type or a subtype, and answers what it threw. */
    public static <T extends Throwable> T throwsA(Class<T> type, Conformance.Body body) {
        try {
            body.run();
        } catch (Throwable thrown) {
            if (type.isInstance(thrown)) {
                return type.cast(thrown);
            }
            throw new AssertionError("expected a " + type.getSimpleName() + " but got " + thrown, thrown);
        }
        throw new AssertionError("expected a " + type.getSimpleName() + " but nothing was thrown");
    }
}
