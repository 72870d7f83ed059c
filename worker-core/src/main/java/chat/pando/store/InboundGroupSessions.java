package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.InboundGroupSession;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Megolm sessions that we can read, by room, session and owner.
 *
 * <p>The owner is part of the key, because a member who passes on another's session key as if it were its own must not
 * get in the way of the owner's.
 */
public final class InboundGroupSessions {

    private final RowReader reader;

    public InboundGroupSessions(RowReader reader) {
        this.reader = reader;
    }

    /** What a row is found by. */
    public record Key(RoomId room, String sessionId, UserId owner) {

        String text() {
            return RowKey.of(room.value(), sessionId, owner.value());
        }

        /** Without the ids. */
        @Override
        public String toString() {
            return "Key";
        }
    }

    /** Those of the sessions that we have. */
    public Map<Key, InboundRoomKey> get(Reads reads, Set<Key> keys) {
        Map<String, Key> byText = new HashMap<>();
        keys.forEach(key -> byText.put(key.text(), key));
        Iterable<Row> rows = reads.get(Table.INBOUND_GROUP_SESSIONS, new TreeSet<>(byText.keySet())).values();
        Map<Key, InboundRoomKey> found = new HashMap<>();
        reader.readAll(Table.INBOUND_GROUP_SESSIONS, rows, InboundGroupSessions::decode)
                .forEach((text, session) -> found.put(byText.get(text), session));
        return found;
    }

    public Optional<InboundRoomKey> get(Reads reads, Key key) {
        Optional<Row> row = reads.get(Table.INBOUND_GROUP_SESSIONS, key.text());
        return reader.read(Table.INBOUND_GROUP_SESSIONS, row, InboundGroupSessions::decode);
    }

    /** Whether anybody at all is known to own a session of this name. */
    public boolean anyOwner(Reads reads, RoomId room, String sessionId) {
        KeyRange owners = RowKey.under(room.value(), sessionId);
        return !reads.scan(Table.INBOUND_GROUP_SESSIONS, owners, Direction.ASCENDING, 1).isEmpty();
    }

    public void put(Draft draft, InboundRoomKey roomKey) {
        JsonObject body = JsonObject.builder()
                .put("identity", roomKey.identity().base64())
                .put("signing", roomKey.signing().base64())
                .put("megolm", roomKey.session().toJson())
                .build();
        Key key = new Key(roomKey.room(), roomKey.session().id(), roomKey.owner());
        draft.put(Table.INBOUND_GROUP_SESSIONS, new Row(key.text(), body.text()));
    }

    private static InboundRoomKey decode(JsonObject body, Row row) throws CryptoException {
        List<String> key = RowKey.parts(row.key());
        return new InboundRoomKey(
                new RoomId(key.get(0)),
                new UserId(key.get(2)),
                Curve25519PublicKey.fromBase64(body.requireString("identity")),
                Ed25519PublicKey.fromBase64(body.requireString("signing")),
                InboundGroupSession.fromJson(body.requireObject("megolm")));
    }
}
