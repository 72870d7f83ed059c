package chat.pando.channel.segment;

import java.util.Random;

/** Texts of all kinds of characters, invented from a seed. */
final class Texts {

    private static final String[] PIECES = {
        "a", "word ", "line\n", "\"", "\\", "\t", "\u0000", "\u001f", "\u007f", "é", "\u07ff", "漢", "\uffff", "🌳",
        "\ud83c\udffd", "\udbff\udfff", "\ud800", "\udc00", " ", "\n", "\r\n",
    };

    private Texts() {}

    static String invented(long seed, int pieces) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
