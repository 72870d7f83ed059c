package chat.pando.conformance;

import chat.pando.json.Utf8;
import java.util.List;

/** Text becomes the same bytes, and bytes the same text, wherever the core runs and however long they are. */
public final class Utf8Conformance implements Conformance {

    /** A letter of four bytes, which is two characters of Java. */
    private static final String TREE = "\ud83c\udf33";
    private static final byte[] TREE_BYTES = Hex.bytes("f09f8cb3");

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("letters of one to four bytes", this::letters),
                new Case("an emoji at every place of a long text", this::everyPlace),
                new Case("nothing but emoji", this::nothingElse));
    }

    private void letters() {
        Check.equal(Hex.bytes("61c3bce282acf09f8cb3"), Utf8.encode("a\u00fc\u20ac" + TREE));
        Check.equal("a\u00fc\u20ac" + TREE, Utf8.decode(Hex.bytes("61c3bce282acf09f8cb3")));
        Check.equal(10, Utf8.length("a\u00fc\u20ac" + TREE));
    }

    private void everyPlace() {
        for (int before = 0; before < 3_000; before++) {
            String text = "x".repeat(before) + TREE + "y";
            byte[] bytes = Utf8.encode(text);
            Check.equal(before + 5, bytes.length);
            for (int i = 0; i < TREE_BYTES.length; i++) {
                Check.equal(TREE_BYTES[i], bytes[before + i]);
            }
            Check.equal(text, Utf8.decode(bytes));
        }
    }

    private void nothingElse() {
        for (String text : List.of(TREE.repeat(5_000), "x" + TREE.repeat(5_000))) {
            Check.equal(text, Utf8.decode(Utf8.encode(text)));
        }
    }
}
