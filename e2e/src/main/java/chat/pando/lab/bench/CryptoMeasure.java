package chat.pando.lab.bench;

/** Something that each contender does in its own way; the scripts of {@code bench crypto} know it by its name. */
public enum CryptoMeasure {
    MEGOLM_DECRYPT("Megolm: decrypt a message of a batch", 200, 2.0),
    MEGOLM_ENCRYPT("Megolm: encrypt a message of a batch", 200, 1.5),
    OLM_OUTBOUND("Olm: begin a session", 50, 2.0),
    OLM_INBOUND("Olm: be begun a session with, and decrypt", 50, 2.0),
    OLM_ALTERNATING("Olm: a message and its answer", 50, 1.5),
    ONE_TIME_KEYS("50 one-time keys", 50, 0);

    private final String words;
    private final int size;
    private final double target;

    CryptoMeasure(String words, int size, double target) {
        this.words = words;
        this.size = size;
        this.target = target;
    }

    String words() {
        return words;
    }

    /** How many things one repetition does. */
    int size() {
        return size;
    }

    /** What a repetition's time is divided by: the one-time keys count as one thing. */
    int divisor() {
        return this == ONE_TIME_KEYS ? 1 : size;
    }

    /** How many times vodozemac's speed Pando is to reach; 0 where nothing is said. */
    double target() {
        return target;
    }
}
