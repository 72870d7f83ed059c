package chat.pando.conformance;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.SealedText;
import chat.pando.host.SealingKey;
import chat.pando.host.TextAtRest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@link Primitives} promise of texts that are sealed and opened many at once. */
public final class SealedTextConformance implements Conformance {

    private static final List<String> TEXTS =
            List.of("", "{}", "\ufeffwith a mark", "grüße \ud83c\udf33 \u0000", "x".repeat(300_000));

    private final Primitives primitives;

    public SealedTextConformance(Primitives primitives) {
        this.primitives = primitives;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("none is none", this::none),
                new Case("texts come back in their order", this::order),
                new Case("a batch is what single calls are", this::single),
                new Case("no two are sealed alike", this::unalike),
                new Case("what was changed, cut or moved is absent, and the others come back", this::damaged),
                new Case("another key opens nothing", this::otherKey));
    }

    private void none() {
        SealingKey key = primitives.newSealingKey();
        Check.equal(List.of(), primitives.sealTexts(key, List.of()));
        Check.equal(List.of(), primitives.openTexts(key, List.of()));
    }

    private void order() {
        SealingKey key = primitives.newSealingKey();
        List<byte[]> sealed = primitives.sealTexts(key, atRest());
        List<SealedText> found = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            found.add(new SealedText(place(i), sealed.get(i)));
        }
        Check.equal(TEXTS.stream().map(Optional::of).toList(), primitives.openTexts(key, found));
    }

    private void single() throws CryptoException {
        SealingKey key = primitives.newSealingKey();
        byte[] together = primitives.sealTexts(key, List.of(new TextAtRest("ü/1", "grüße"))).get(0);
        Check.equal(utf8("grüße"), primitives.open(key, together, utf8("ü/1")));
        byte[] alone = primitives.seal(key, utf8("grüße"), utf8("ü/1"));
        Check.equal(List.of(Optional.of("grüße")), primitives.openTexts(key, List.of(new SealedText("ü/1", alone))));
    }

    private void unalike() {
        SealingKey key = primitives.newSealingKey();
        List<TextAtRest> same = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            same.add(new TextAtRest("place", "same"));
        }
        Set<String> nonces = new HashSet<>();
        for (byte[] sealed : primitives.sealTexts(key, same)) {
            Check.equal(12 + 4 + 16, sealed.length);
            Check.that(nonces.add(new String(sealed, 0, 12, StandardCharsets.ISO_8859_1)), "a fresh nonce");
        }
    }

    private void damaged() {
        SealingKey key = primitives.newSealingKey();
        byte[] sealed = primitives.sealTexts(key, List.of(new TextAtRest("place", "text"))).get(0);
        byte[] changed = sealed.clone();
        changed[20] ^= 1;
        List<SealedText> found = List.of(
                new SealedText("place", changed),
                new SealedText("place", sealed),
                new SealedText("place", new byte[0]),
                new SealedText("place", new byte[27]),
                new SealedText("elsewhere", sealed),
                new SealedText("place", sealed));
        Optional<String> text = Optional.of("text");
        Optional<String> gone = Optional.empty();
        Check.equal(List.of(gone, text, gone, gone, gone, text), primitives.openTexts(key, found));
    }

    private void otherKey() {
        byte[] sealed = primitives.sealTexts(primitives.newSealingKey(), atRest()).get(0);
        SealingKey other = primitives.newSealingKey();
        Check.equal(List.of(Optional.empty()), primitives.openTexts(other, List.of(new SealedText(place(0), sealed))));
    }

    private static List<TextAtRest> atRest() {
        List<TextAtRest> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            texts.add(new TextAtRest(place(i), TEXTS.get(i)));
        }
        return texts;
    }

    private static String place(int number) {
        return "table/" + number;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
