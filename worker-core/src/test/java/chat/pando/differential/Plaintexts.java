package chat.pando.differential;

import chat.pando.json.Utf8;
import java.util.Random;

/** What is said in a conversation: random bytes, or random text for those that encrypt nothing else. */
final class Plaintexts {

    private static final String[] LETTERS = {"a", " ", "\n", "\"", "ü", "€", "林", "🌳"};

    private final Random random;
    private final boolean textOnly;

    Plaintexts(Random random, boolean textOnly) {
        this.random = random;
        this.textOnly = textOnly;
    }

    /** One of less than so many bytes or letters. */
    byte[] next(int bound) {
        int length = random.nextInt(bound);
        if (!textOnly) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }
        StringBuilder text = new StringBuilder("x");
        for (int i = 0; i < length; i++) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return Utf8.encode(text.toString());
    }
}
