package chat.pando.machine;

import chat.pando.crypto.OutboundGroupSession;
import chat.pando.json.JsonObject;
import chat.pando.json.Utf8;
import chat.pando.matrix.RoomId;
import chat.pando.store.Draft;
import chat.pando.store.OutboundGroupSessions;
import chat.pando.store.OutboundRoomKey;
import chat.pando.store.RoomSessions;

/**
 * Encrypts room events. The session after each event is in the same draft as the ciphertext, so an index is used for
 * one plaintext only, whatever becomes of the job (law 5).
 */
final class RoomEventCipher {

    static final String RELATION = "m.relates_to";

    private final Workbench bench;
    private final OutboundGroupSessions sessions;

    RoomEventCipher(Workbench bench) {
        this.bench = bench;
        sessions = bench.tables().outboundSessions();
    }

    JsonObject encrypt(RoomId room, String type, JsonObject content, Draft draft) {
        RoomSessions known = sessions.get(draft, room);
        OutboundRoomKey key = known.current()
                .orElseThrow(() -> new IllegalStateException("the room is not prepared for encryption"));
        JsonObject plaintext = JsonObject.builder()
                .put("type", type)
                .put("content", content)
                .put("room_id", room.value())
                .build();
        OutboundGroupSession.Encrypted encrypted =
                bench.megolm().encrypt(key.session(), Utf8.encode(plaintext.text()));
        sessions.put(draft, room, known.with(key.with(encrypted.next())));
        // Device id and sender key say nothing that a receiver may rely on (MSC3700); older clients still want them.
        JsonObject.Builder event = JsonObject.builder()
                .put("algorithm", RoomEncryption.MEGOLM)
                .put("ciphertext", encrypted.ciphertext())
                .put("session_id", key.session().id())
                .put("sender_key", bench.self().keys().identityKey().base64())
                .put("device_id", bench.self().device().value());
        // A server sorts events by their relations, so these stay readable (spec, "Forming relationships").
        content.get(RELATION).ifPresent(relation -> event.put(RELATION, relation));
        return event.build();
    }
}
