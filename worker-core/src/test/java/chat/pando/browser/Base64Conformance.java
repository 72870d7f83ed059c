package chat.pando.browser;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.host.CryptoException;
import chat.pando.host.PlainBase64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The browser's base64 writes what Java's writes, and reads and refuses what Java's does. */
final class Base64Conformance implements Conformance {

    private static final int TEXTS = 20_000;

    /** White space of all kinds, other alphabets, padding, halves of letters, and what base64 has. */
    private static final String PLACED = " \n\r\t\f\u000b\u00a0\u2028=-_.,%\u00e9\ud83c\u0000AZaz09+/";

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("bytes of every length", this::everyLength),
                new Case("every end of a text", this::everyEnd),
                new Case("texts that something is wrong with", this::wrongTexts));
    }

    private void everyLength() throws CryptoException {
        Random random = new Random(1);
        for (int length = 0; length < 1_000; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String text = BrowserBase64.encode(bytes);
            Check.equal(PlainBase64.encode(bytes), text);
            Check.equal(bytes, BrowserBase64.decode(text));
        }
    }

    /** Each character, in the last place and before padding: some leave stray bits. */
    private void everyEnd() {
        for (char last = 0; last < 128; last++) {
            for (String before : List.of("", "A", "AA", "AAA", "AAAA", "AAAAAA")) {
                for (String padding : List.of("", "=", "==", "===")) {
                    compare(before + last + padding);
                }
            }
        }
    }

    private void wrongTexts() {
        Random random = new Random(2);
        for (int i = 0; i < TEXTS; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            StringBuilder text = new StringBuilder(PlainBase64.encode(bytes));
            for (int wrong = random.nextInt(3); wrong >= 0; wrong--) {
                char placed = PLACED.charAt(random.nextInt(PLACED.length()));
                int at = random.nextInt(text.length() + 1);
                if (at < text.length() && random.nextBoolean()) {
                    text.setCharAt(at, placed);
                } else {
                    text.insert(at, placed);
                }
            }
            compare(text.toString());
        }
    }

    private static void compare(String text) {
        Optional<String> here = read(() -> BrowserBase64.decode(text));
        Optional<String> java = read(() -> PlainBase64.decode(text));
        Check.that(here.equals(java), "the same of \"" + text + "\"");
    }

    private interface Reading {

        byte[] bytes() throws CryptoException;
    }

    private static Optional<String> read(Reading reading) {
        try {
            return Optional.of(PlainBase64.encode(reading.bytes()));
        } catch (CryptoException refused) {
            return Optional.empty();
        }
    }
}
