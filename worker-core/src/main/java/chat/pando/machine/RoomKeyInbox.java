package chat.pando.machine;

import chat.pando.crypto.InboundGroupSession;
import chat.pando.crypto.SessionOrder;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.InboundGroupSessions;
import chat.pando.store.InboundRoomKey;
import chat.pando.store.WithheldKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes in room keys that came over Olm, and word of those that are withheld. */
final class RoomKeyInbox {

    private final Workbench bench;
    private final InboundGroupSessions sessions;
    private final WithheldKeys withheld;
    private final KeyWishes wishes;

    RoomKeyInbox(Workbench bench, KeyWishes wishes) {
        this.wishes = wishes;
        this.bench = bench;
        sessions = bench.tables().inboundSessions();
        withheld = bench.tables().withheldKeys();
    }

    /** Stores the keys of {@code m.room_key} events; answers those that let us read more than before. */
    Set<SessionRef> receive(List<OlmPayload> events, Draft draft) {
        List<Supplier<Optional<InboundRoomKey>>> importing = new ArrayList<>();
        events.forEach(event -> importing.add(() -> roomKey(event)));
        List<InboundRoomKey> keys = bench.host().tasks().all(importing).stream().flatMap(Optional::stream).toList();
        Set<InboundGroupSessions.Key> names = new LinkedHashSet<>();
        keys.forEach(key -> names.add(name(key)));
        Map<InboundGroupSessions.Key, InboundRoomKey> known = new HashMap<>(sessions.get(draft, names));
        Set<SessionRef> improved = new LinkedHashSet<>();
        for (InboundRoomKey key : keys) {
            if (improves(Optional.ofNullable(known.get(name(key))), key)) {
                known.put(name(key), key);
                sessions.put(draft, key);
                withheld.reached(draft, key.owner());
                wishes.improved(name(key), draft);
                improved.add(new SessionRef(key.room(), key.session().id()));
            } else if (known.get(name(key)).identity().equals(key.identity())) {
                wishes.ended(name(key), draft);
            }
        }
        return improved;
    }

    /** Remembers why a key will not come (spec, "m.room_key.withheld"). It came in the clear, so it is a hint only. */
    void withheld(UserId sender, JsonObject content, Draft draft) {
        String code = content.string("code").orElse("");
        Optional<RoomId> room = content.string("room_id").flatMap(RoomId::parse);
        Optional<String> session = content.string("session_id");
        if (code.equals("m.no_olm")) {
            withheld.putUnreachable(draft, sender, code);
        } else if (room.isPresent() && session.isPresent()) {
            withheld.put(draft, room.get(), session.get(), sender, code);
            wishes.ended(new InboundGroupSessions.Key(room.get(), session.get(), sender), draft);
        }
    }

    private Optional<InboundRoomKey> roomKey(OlmPayload event) {
        JsonObject content = event.content();
        Optional<RoomId> room = content.string("room_id").flatMap(RoomId::parse);
        Optional<String> sessionKey = content.string("session_key");
        boolean megolm = content.string("algorithm").equals(Optional.of(RoomEncryption.MEGOLM));
        if (!megolm || room.isEmpty() || sessionKey.isEmpty()) {
            return Optional.empty();
        }
        try {
            InboundGroupSession session = bench.megolm().inbound(sessionKey.get());
            if (!content.string("session_id").equals(Optional.of(session.id()))) {
                throw new CryptoException("a room key of another session than it claims");
            }
            return Optional.of(new InboundRoomKey(
                    room.get(), event.envelope().sender(), event.envelope().identity(), event.signing(), session));
        } catch (CryptoException malformed) {
            bench.host().log().warn("a malformed room key was dropped");
            return Optional.empty();
        }
    }

    /** Whether the key reads more than what we have; another device's may not take the place of the first one's. */
    private boolean improves(Optional<InboundRoomKey> known, InboundRoomKey key) {
        return known.isEmpty()
                || known.get().identity().equals(key.identity())
                        && bench.megolm().compare(key.session(), known.get().session()) == SessionOrder.BETTER;
    }

    private static InboundGroupSessions.Key name(InboundRoomKey key) {
        return new InboundGroupSessions.Key(key.room(), key.session().id(), key.owner());
    }
}
