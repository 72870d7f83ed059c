package chat.pando.json;

/**
 * A JSON number as an IEEE 754 double, which is what a browser's parser yields.
 *
 * <p>Integers are exact within ±(2⁵³ − 1), the range that Matrix allows in canonical JSON (spec, appendix "Canonical JSON").
 */
public record JsonNumber(double value) implements JsonValue {

    /** The largest integer that canonical JSON allows: 2⁵³ − 1. */
    public static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    public JsonNumber {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("JSON has no NaN and no infinity");
        }
        value += 0.0; // -0 becomes 0, so that the two are equal and have one text
    }

    /** Whether this is an integer that a double holds exactly. */
    public boolean isInteger() {
        return value == Math.rint(value) && Math.abs(value) <= MAX_SAFE_INTEGER;
    }
}
