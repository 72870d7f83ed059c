package chat.pando.machine;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.Utf8;
import chat.pando.store.Draft;
import chat.pando.store.LetterPart;
import chat.pando.store.LetterParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Letters that are too long for one to-device message, which may have 65,536 bytes as an event may: a whole event that
 * is passed on and sealed once more has more than that. They travel in parts, each a letter of its own.
 */
final class LongLetters {

    /** A part's type. */
    static final String TYPE = "chat.pando.part";

    /** How long the content of one message may be: a third more as base64, and with all that stands around it, it fits. */
    static final int MOST_BYTES = 43_000;

    /** A letter has no more parts: what is longer is not sent, and not taken. */
    static final int MOST_PARTS = 8;

    private static final long WAITS_MILLIS = 3_600_000;
    private static final int RANDOM_BYTES = 9;

    private final Workbench bench;
    private final LetterParts parts;

    LongLetters(Workbench bench) {
        this.bench = bench;
        parts = bench.tables().letterParts();
    }

    /** The letter itself, or its parts; none where it is too long for any. */
    List<DeviceLetter> cut(DeviceLetter letter) {
        String text = letter.content().text();
        if (Utf8.encode(text).length <= MOST_BYTES) {
            return List.of(letter);
        }
        List<String> pieces = pieces(text);
        if (pieces.size() > MOST_PARTS) {
            bench.host().log().warn("a letter that is too long was not sent");
            return List.of();
        }
        String id = UnpaddedBase64.encode(bench.host().entropy().bytes(RANDOM_BYTES));
        List<DeviceLetter> cut = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            JsonObject content = JsonObject.builder()
                    .put("letter", id)
                    .put("type", letter.type())
                    .put("index", i)
                    .put("count", pieces.size())
                    .put("text", pieces.get(i))
                    .build();
            cut.add(new DeviceLetter(letter.to(), TYPE, content, letter.until()));
        }
        return cut;
    }

    /** Cut where each piece, written as a text of JSON, is short enough; no character is torn apart. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int length = written(text.substring(i, text.offsetByCodePoints(i, 1)));
            if (bytes + length > MOST_BYTES) {
                pieces.add(text.substring(from, i));
                from = i;
                bytes = 0;
            }
            bytes += length;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static int written(String character) {
        return Utf8.encode(new JsonString(character).text()).length - 2;
    }

    /** The letter that this one is, or is the last missing part of; empty where more parts have to come. */
    Optional<DeviceMail> take(DeviceMail mail, Draft draft) {
        return mail.type().equals(TYPE)
                ? part(mail.content())
                        .flatMap(part -> parts.add(draft, mail.identity(), part, bench.now()))
                        .flatMap(whole -> join(mail, whole))
                : Optional.of(mail);
    }

    private static Optional<LetterPart> part(JsonObject content) {
        Optional<String> letter = content.string("letter");
        Optional<String> type = content.string("type").filter(name -> name.startsWith(DeviceLetter.NAMESPACE));
        Optional<String> text = content.string("text").filter(piece -> piece.length() <= MOST_BYTES);
        long index = content.integer("index").orElse(-1);
        long count = content.integer("count").orElse(-1);
        boolean whole = letter.isPresent() && type.isPresent() && text.isPresent();
        return whole && count <= MOST_PARTS && index >= 0 && index < count
                ? Optional.of(new LetterPart(letter.get(), type.get(), (int) index, (int) count, text.get()))
                : Optional.empty();
    }

    private Optional<DeviceMail> join(DeviceMail last, List<LetterPart> whole) {
        StringBuilder text = new StringBuilder();
        whole.forEach(part -> text.append(part.text()));
        try {
            return bench.host().json().parse(text.toString()) instanceof JsonObject content
                    ? Optional.of(new DeviceMail(last.from(), last.identity(), whole.get(0).type(), content))
                    : Optional.empty();
        } catch (JsonSyntaxException torn) {
            bench.host().log().warn("a letter in parts makes no whole");
            return Optional.empty();
        }
    }

    /** Drops what has waited too long for the rest. */
    void tidy(Draft draft) {
        parts.dropBefore(draft, bench.now() - WAITS_MILLIS);
    }
}
