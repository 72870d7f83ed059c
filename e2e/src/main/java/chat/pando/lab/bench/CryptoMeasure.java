package chat.pando.lab.bench;

/** Something that each contender does in its own way; the scripts of {@code bench crypto} know it by its name. */
public enum CryptoMeasure {
    MEGOLM_DECRYPT("Megolm: decrypt a message of a batch", 200, new Aim.TimesAsFast(2.0)),
    MEGOLM_ENCRYPT("Megolm: encrypt a message of a batch", 200, new Aim.TimesAsFast(1.5)),
    OLM_OUTBOUND("Olm: begin a session", 50, new Aim.TimesAsFast(2.0)),
    OLM_INBOUND("Olm: be begun a session with, and decrypt", 50, new Aim.TimesAsFast(2.0)),
    OLM_ALTERNATING("Olm: a message and its answer", 50, new Aim.TimesAsFast(1.5)),
    ONE_TIME_KEYS("50 one-time keys", 50, new Aim.Within(5_000));

    private final String words;
    private final int size;
    private final Aim aim;

    CryptoMeasure(String words, int size, Aim aim) {
        this.words = words;
        this.size = size;
        this.aim = aim;
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

    Aim aim() {
        return aim;
    }
}
