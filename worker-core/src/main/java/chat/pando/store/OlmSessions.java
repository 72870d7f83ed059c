package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.OlmSession;
import chat.pando.host.CryptoException;
import chat.pando.host.KeyHandle;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Olm sessions with each other device, one row per device: so that what is needed to write to 200 devices is read
 * at once.
 */
public final class OlmSessions {

    private final RowReader reader;

    public OlmSessions(RowReader reader) {
        this.reader = reader;
    }

    /** The sessions with those devices that we have any with. */
    public Map<Curve25519PublicKey, PeerSessions> get(Reads reads, Set<Curve25519PublicKey> peers) {
        Map<String, Curve25519PublicKey> keys = new HashMap<>();
        peers.forEach(peer -> keys.put(peer.base64(), peer));
        Iterable<Row> rows = reads.get(Table.OLM_SESSIONS, new TreeSet<>(keys.keySet())).values();
        Map<Curve25519PublicKey, PeerSessions> sessions = new HashMap<>();
        reader.readAll(Table.OLM_SESSIONS, rows, OlmSessions::decode)
                .forEach((key, value) -> sessions.put(keys.get(key), value));
        return sessions;
    }

    public PeerSessions get(Reads reads, Curve25519PublicKey peer) {
        return reader.read(Table.OLM_SESSIONS, reads.get(Table.OLM_SESSIONS, peer.base64()), OlmSessions::decode)
                .orElse(PeerSessions.NONE);
    }

    public void put(Draft draft, Curve25519PublicKey peer, PeerSessions sessions) {
        List<JsonValue> json = new ArrayList<>();
        List<KeyHandle> handles = new ArrayList<>();
        for (OlmSession session : sessions.sessions()) {
            List<KeyHandle> own = session.keyHandles();
            json.add(JsonObject.builder()
                    .put("olm", session.toJson())
                    .put("handles", own.size())
                    .build());
            handles.addAll(own);
        }
        JsonObject body = JsonObject.builder().put("sessions", new JsonArray(json)).build();
        draft.put(Table.OLM_SESSIONS, new Row(peer.base64(), body.text(), handles));
    }

    private static PeerSessions decode(JsonObject body, Row row) throws CryptoException {
        List<OlmSession> sessions = new ArrayList<>();
        int from = 0;
        for (JsonObject json : body.requireArray("sessions").objects()) {
            int to = from + (int) json.requireInteger("handles");
            if (to < from || to > row.keys().size()) {
                throw new CryptoException("a stored session without its ratchet key");
            }
            sessions.add(OlmSession.fromJson(json.requireObject("olm"), row.keys().subList(from, to)));
            from = to;
        }
        return new PeerSessions(sessions);
    }
}
