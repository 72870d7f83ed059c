package chat.pando.core.handover;

import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.json.JsonValue;
import java.util.Optional;

/** The JSON of what cores say to each other. */
final class WordCodec {

    private static final String TYPE = "type";
    private static final String ASK = "ask";
    private static final String LEAVING = "leaving";
    private static final String LATER = "later";
    private static final String REFUSAL = "refusal";

    private WordCodec() {}

    static JsonObject encode(Word word) {
        if (word instanceof Word.Ask ask) {
            return versioned(said(ASK, ask), ask.version()).put("rank", ask.rank().number()).build();
        }
        if (word instanceof Word.Leaving leaving) {
            return said(LEAVING, leaving).put("to", leaving.asker()).build();
        }
        if (word instanceof Word.Later later) {
            return said(LATER, later).put("to", later.asker()).put("rank", later.rank().number()).build();
        }
        if (word instanceof Word.Refusal refusal) {
            return versioned(said(REFUSAL, refusal), refusal.version()).put("to", refusal.asker()).build();
        }
        throw new IllegalArgumentException("a word without JSON");
    }

    private static JsonObject.Builder said(String type, Word word) {
        return JsonObject.builder().put(TYPE, type).put("from", word.from());
    }

    private static JsonObject.Builder versioned(JsonObject.Builder builder, Version version) {
        return builder.put("url", version.url()).put("protocol", version.protocol()).put("schema", version.schema());
    }

    /**
     * The word that this value is; empty where a later version says something that this one doesn't know.
     *
     * @throws JsonShapeException where it is no word at all
     */
    static Optional<Word> decode(JsonValue value) {
        if (!(value instanceof JsonObject word)) {
            throw new JsonShapeException("word", "an object");
        }
        String from = word.requireString("from");
        return switch (word.requireString(TYPE)) {
            case ASK -> Optional.of(new Word.Ask(rank(word, from), version(word)));
            case LEAVING -> Optional.of(new Word.Leaving(from, word.requireString("to")));
            case LATER -> Optional.of(new Word.Later(rank(word, from), word.requireString("to")));
            case REFUSAL -> Optional.of(new Word.Refusal(from, word.requireString("to"), version(word)));
            default -> Optional.empty();
        };
    }

    private static Rank rank(JsonObject word, String from) {
        return new Rank(word.requireInteger("rank"), from);
    }

    private static Version version(JsonObject word) {
        return new Version(
                word.requireString("url"), (int) word.requireInteger("protocol"), (int) word.requireInteger("schema"));
    }
}
