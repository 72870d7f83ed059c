package chat.pando.channel.order;

import chat.pando.channel.sds.Blob;
import chat.pando.json.Utf8;
import chat.pando.matrix.EventId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The id of an event as a retrieval hint: the 32 bytes of the hash that it is since room version 4 (spec, "Room version
 * 4", "Event IDs"), or its text where it is none.
 */
public final class EventHint {

    private static final int HASH_BYTES = 32;
    private static final int HASH_CHARACTERS = 43;

    private EventHint() {}

    /** Empty for the rare id that would be mistaken for a hash: a hint need not be there. */
    public static Blob of(EventId event) {
        Optional<byte[]> hash = hash(event.value());
        if (hash.isPresent()) {
            return Blob.of(hash.get());
        }
        byte[] text = Utf8.encode(event.value());
        return text.length == HASH_BYTES ? Blob.EMPTY : Blob.of(text);
    }

    /** The event; empty where the hint is none. */
    public static Optional<EventId> read(Blob hint) {
        return hint.size() == HASH_BYTES
                ? Optional.of(new EventId("$" + Base64.getUrlEncoder().withoutPadding().encodeToString(hint.bytes())))
                : EventId.parse(Utf8.decode(hint.bytes()));
    }

    private static Optional<byte[]> hash(String event) {
        String text = event.substring(1);
        if (text.length() != HASH_CHARACTERS || !text.chars().allMatch(EventHint::isDigit)) {
            return Optional.empty();
        }
        byte[] hash = Base64.getUrlDecoder().decode(text);
        String again = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return Optional.of(Arrays.copyOf(hash, HASH_BYTES)).filter(bytes -> again.equals(text));
    }

    private static boolean isDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
