package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.OneTimeKey;
import chat.pando.host.AgreementKey;
import chat.pando.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The private halves of our one-time and fallback keys, found by their public halves, because that is what a pre-key
 * message names.
 */
public final class OneTimeKeys {

    private final RowReader reader;

    public OneTimeKeys(RowReader reader) {
        this.reader = reader;
    }

    /**
     * A key of ours.
     *
     * @param fallback whether it serves many sessions, so that a first one does not use it up
     */
    public record Held(OneTimeKey key, boolean fallback) {}

    /** Those of the keys that we hold. */
    public Map<Curve25519PublicKey, Held> get(Reads reads, Set<Curve25519PublicKey> publicKeys) {
        Set<String> keys = new TreeSet<>();
        publicKeys.forEach(key -> keys.add(key.base64()));
        Map<Curve25519PublicKey, Held> held = new HashMap<>();
        reader.readAll(Table.ONE_TIME_KEYS, reads.get(Table.ONE_TIME_KEYS, keys).values(), OneTimeKeys::decode)
                .values()
                .forEach(key -> held.put(key.key().publicKey(), key));
        return held;
    }

    /** The key that was published under this public half, in base64. */
    public Optional<Held> get(Reads reads, String publicKey) {
        return reader.read(Table.ONE_TIME_KEYS, reads.get(Table.ONE_TIME_KEYS, publicKey), OneTimeKeys::decode);
    }

    public void put(Draft draft, OneTimeKey key, boolean fallback) {
        JsonObject body = JsonObject.builder()
                .put("id", key.keyId())
                .put("fallback", fallback)
                .build();
        Row row = new Row(key.publicKey().base64(), body.text(), List.of(key.pair()));
        draft.put(Table.ONE_TIME_KEYS, row);
    }

    public void delete(Draft draft, String publicKey) {
        draft.delete(Table.ONE_TIME_KEYS, publicKey);
    }

    /** Deletes the oldest one-time keys, so that this many stay; answers how many stay. */
    public long trim(Draft draft, int keep) {
        List<Held> all = new ArrayList<>(reader.readAll(
                        Table.ONE_TIME_KEYS, draft.scan(Table.ONE_TIME_KEYS, KeyRange.all()), OneTimeKeys::decode)
                .values());
        all.removeIf(Held::fallback);
        all.sort(Comparator.comparing(held -> held.key().keyId()));
        int tooMany = Math.max(0, all.size() - keep);
        all.subList(0, tooMany).forEach(held -> delete(draft, held.key().publicKey().base64()));
        return all.size() - tooMany;
    }

    private static Held decode(JsonObject body, Row row) {
        if (row.keys().size() == 1 && row.keys().get(0) instanceof AgreementKey pair) {
            return new Held(new OneTimeKey(body.requireString("id"), pair), body.requireBool("fallback"));
        }
        throw new IllegalArgumentException("a one-time key without its key pair");
    }
}
