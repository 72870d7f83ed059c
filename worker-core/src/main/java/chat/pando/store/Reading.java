package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.UserId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a room was read. Positions are texts; the empty text is before everything.
 *
 * @param own     up to where the person has read
 * @param others  up to where anybody else has read
 * @param readers up to where each of those others has read who have read furthest, as far as they are known: rows of an
 *                older Pando don't name them
 * @param unsent  the event up to which the server is still to be told that the person has read
 */
public record Reading(String own, String others, Map<UserId, String> readers, Optional<EventId> unsent) {

    /** So many readers are known of a room at most. */
    static final int MOST_READERS = 32;

    public static final Reading NONE = new Reading("", "", Map.of(), Optional.empty());

    public Reading {
        readers = Collections.unmodifiableMap(new LinkedHashMap<>(readers));
    }

    /** The person has read up to here. */
    public Reading readUpTo(String position) {
        return new Reading(position, others, readers, unsent);
    }

    /** Somebody else has read up to here. */
    public Reading readBy(UserId user, String position) {
        Map<UserId, String> all = new TreeMap<>(readers);
        all.put(user, position);
        if (all.size() > MOST_READERS) {
            all.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey).ifPresent(all::remove);
        }
        return new Reading(own, position.compareTo(others) > 0 ? position : others, all, unsent);
    }

    /** Up to where somebody else has read. */
    public String of(UserId user) {
        return readers.getOrDefault(user, "");
    }

    /** The server is to be told of this, or of nothing more. */
    public Reading withUnsent(Optional<EventId> event) {
        return new Reading(own, others, readers, event);
    }

    JsonObject encode() {
        JsonObject.Builder named = JsonObject.builder();
        readers.forEach((user, position) -> named.put(user.value(), position));
        return JsonObject.builder()
                .put("own", own)
                .put("others", others)
                .put("readers", named.build())
                .put("unsent", unsent.map(EventId::value))
                .build();
    }

    static Reading decode(JsonObject body) {
        Map<UserId, String> readers = new LinkedHashMap<>();
        JsonObject named = body.at("readers");
        named.names().forEach(user -> readers.put(new UserId(user), named.requireString(user)));
        return new Reading(
                body.requireString("own"),
                body.requireString("others"),
                readers,
                body.string("unsent").map(EventId::new));
    }

    /** Without names. */
    @Override
    public String toString() {
        return "Reading[" + own + ", " + others + "]";
    }
}
