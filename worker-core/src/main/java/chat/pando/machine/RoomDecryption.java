package chat.pando.machine;

import chat.pando.crypto.GroupDecryption;
import chat.pando.crypto.GroupMessage;
import chat.pando.crypto.InboundGroupSession;
import chat.pando.host.CryptoException;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.json.Utf8;
import chat.pando.machine.Decryption.Reason;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.DeviceList;
import chat.pando.store.Devices;
import chat.pando.store.Draft;
import chat.pando.store.InboundGroupSessions;
import chat.pando.store.InboundRoomKey;
import chat.pando.store.MegolmIndices;
import chat.pando.store.WithheldKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decrypts batches of room events: reads all sessions at once, decrypts with many operations in flight, and checks the
 * results in order.
 */
final class RoomDecryption {

    /** A session that was turned this far is stored, so that after a restart the way is not long. */
    private static final int STORED_EVERY = 32;

    private final Workbench bench;
    private final InboundGroupSessions sessions;
    private final MegolmIndices indices;
    private final WithheldKeys withheld;
    private final Devices devices;
    private final KeyWishes wishes;

    RoomDecryption(Workbench bench, KeyWishes wishes) {
        this.bench = bench;
        sessions = bench.tables().inboundSessions();
        indices = bench.tables().megolmIndices();
        withheld = bench.tables().withheldKeys();
        devices = bench.tables().devices();
        this.wishes = wishes;
    }

    /** An event as it was read. */
    private sealed interface Parsed permits Item, Unusable {}

    /**
     * A well-formed Megolm event.
     *
     * @param device what the event says has sent it: nobody vouches for it, but it is whom to ask for the key
     */
    private record Item(
            InboundGroupSessions.Key key,
            GroupMessage message,
            MegolmIndices.Use use,
            Optional<JsonValue> relation,
            Optional<DeviceId> device)
            implements Parsed {}

    /** An event that cannot be decrypted whatever keys we have. */
    private record Unusable(Decryption reason) implements Parsed {}

    List<Decryption> decrypt(RoomId room, List<JsonObject> events, Draft draft) {
        List<Parsed> parsed = events.stream().map(event -> parse(room, event)).toList();
        List<Item> items = new ArrayList<>();
        for (Parsed event : parsed) {
            if (event instanceof Item item) {
                items.add(item);
            }
        }
        Map<Item, Decryption> decrypted = decrypt(items, draft);
        List<Decryption> results = new ArrayList<>();
        for (Parsed event : parsed) {
            results.add(event instanceof Unusable unusable ? unusable.reason() : decrypted.get(event));
        }
        return results;
    }

    private Map<Item, Decryption> decrypt(List<Item> items, Draft draft) {
        Set<InboundGroupSessions.Key> names = new LinkedHashSet<>();
        items.forEach(item -> names.add(item.key()));
        Map<InboundGroupSessions.Key, InboundRoomKey> known = sessions.get(draft, names);
        Set<UserId> owners = new LinkedHashSet<>();
        known.keySet().forEach(key -> owners.add(key.owner()));
        Map<UserId, DeviceList> lists = devices.get(draft, owners);
        Map<Item, InboundGroupSession.Outcome> outcomes = open(items, known, draft);
        Set<MegolmIndices.Slot> slots = new LinkedHashSet<>();
        outcomes.keySet().forEach(item -> slots.add(slot(item)));
        MegolmIndices.Page page = indices.read(draft, slots);
        Map<Item, Decryption> results = new HashMap<>();
        Map<InboundGroupSessions.Key, Optional<DeviceId>> missed = new LinkedHashMap<>();
        for (Item item : items) {
            InboundRoomKey key = known.get(item.key());
            Decryption result = key == null
                    ? missing(item, draft)
                    : conclude(item, key, outcomes.get(item), lists, page);
            results.put(item, result);
            if (result instanceof Decryption.Undecryptable closed
                    && (closed.reason() == Reason.NO_KEY || closed.reason() == Reason.KEY_TOO_LATE)) {
                missed.putIfAbsent(item.key(), item.device());
            }
        }
        wishes.missed(missed, draft);
        page.write(draft);
        return results;
    }

    /** Decrypts the messages of all sessions side by side. */
    private Map<Item, InboundGroupSession.Outcome> open(
            Iterable<Item> items, Map<InboundGroupSessions.Key, InboundRoomKey> known, Draft draft) {
        Map<InboundGroupSessions.Key, List<Item>> bySession = new LinkedHashMap<>();
        for (Item item : items) {
            if (known.containsKey(item.key())) {
                bySession.computeIfAbsent(item.key(), key -> new ArrayList<>()).add(item);
            }
        }
        List<Supplier<GroupDecryption.Batch>> work = new ArrayList<>();
        bySession.forEach((key, ofSession) -> {
            List<GroupMessage> messages = ofSession.stream().map(Item::message).toList();
            work.add(() -> bench.megolm().decryptAll(known.get(key).session(), messages));
        });
        List<GroupDecryption.Batch> batches = bench.host().tasks().all(work);
        Map<Item, InboundGroupSession.Outcome> outcomes = new HashMap<>();
        int next = 0;
        for (Map.Entry<InboundGroupSessions.Key, List<Item>> entry : bySession.entrySet()) {
            GroupDecryption.Batch batch = batches.get(next++);
            boolean far = false;
            for (int i = 0; i < entry.getValue().size(); i++) {
                Item item = entry.getValue().get(i);
                outcomes.put(item, batch.outcomes().get(i));
                far |= item.message().index() % STORED_EVERY == STORED_EVERY - 1;
            }
            if (far) {
                sessions.put(draft, known.get(entry.getKey()).with(batch.next()));
            }
        }
        return outcomes;
    }

    private Decryption missing(Item item, Draft draft) {
        InboundGroupSessions.Key key = item.key();
        SessionRef session = new SessionRef(key.room(), key.sessionId());
        Optional<String> code = withheld.code(draft, key.room(), key.sessionId(), key.owner());
        if (code.isPresent()) {
            return new Decryption.Undecryptable(
                    Optional.of(session), Reason.WITHHELD, PlainWords.withheld(code.get()));
        }
        Reason reason = sessions.anyOwner(draft, key.room(), key.sessionId()) ? Reason.FORGED : Reason.NO_KEY;
        return new Decryption.Undecryptable(Optional.of(session), reason, PlainWords.of(reason));
    }

    private Decryption conclude(
            Item item,
            InboundRoomKey key,
            InboundGroupSession.Outcome outcome,
            Map<UserId, DeviceList> lists,
            MegolmIndices.Page page) {
        if (!(outcome instanceof InboundGroupSession.Plaintext plaintext)) {
            boolean tooEarly = item.message().index() < key.session().firstKnownIndex();
            return undecryptable(item, tooEarly ? Reason.KEY_TOO_LATE : Reason.FORGED);
        }
        Optional<MegolmIndices.Use> before = page.get(slot(item));
        if (before.filter(use -> !use.event().equals(item.use().event())).isPresent()) {
            return undecryptable(item, Reason.REPLAY);
        }
        Optional<JsonObject> event = parse(plaintext.bytes());
        if (event.isEmpty()) {
            return undecryptable(item, Reason.MALFORMED);
        }
        Optional<Device> device = lists.getOrDefault(key.owner(), DeviceList.EMPTY).get(key.identity());
        boolean elsewhere = !event.get().string("room_id").equals(Optional.of(key.room().value()));
        if (elsewhere || device.filter(known -> !known.signing().equals(key.signing())).isPresent()) {
            return undecryptable(item, Reason.FORGED);
        }
        if (before.isEmpty()) {
            page.put(slot(item), item.use());
        }
        return new Decryption.Decrypted(withRelation(event.get(), item.relation()), sender(key, device));
    }

    private SenderInfo sender(InboundRoomKey key, Optional<Device> device) {
        if (key.identity().equals(bench.self().keys().identityKey())) {
            return new SenderInfo(key.owner(), Optional.of(bench.self().device()), SenderInfo.Trust.OWN_DEVICE);
        }
        return new SenderInfo(
                key.owner(),
                device.map(Device::id),
                device.isPresent() ? SenderInfo.Trust.LISTED_DEVICE : SenderInfo.Trust.UNKNOWN_DEVICE);
    }

    /** An event's type, content and room, where they are there. */
    private Optional<JsonObject> parse(byte[] plaintext) {
        try {
            JsonValue value = bench.host().json().parse(Utf8.decode(plaintext));
            return value instanceof JsonObject event
                            && event.string("type").isPresent()
                            && event.object("content").isPresent()
                    ? Optional.of(event)
                    : Optional.empty();
        } catch (JsonSyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static JsonObject withRelation(JsonObject event, Optional<JsonValue> relation) {
        JsonObject content = event.requireObject("content");
        if (relation.isEmpty() || content.has(RoomEventCipher.RELATION)) {
            return event;
        }
        JsonObject whole = content.toBuilder().put(RoomEventCipher.RELATION, relation.get()).build();
        return event.toBuilder().put("content", whole).build();
    }

    private static Parsed parse(RoomId room, JsonObject event) {
        JsonObject content = event.at("content");
        Optional<String> algorithm = content.string("algorithm");
        if (algorithm.isPresent() && !algorithm.get().equals(RoomEncryption.MEGOLM)) {
            return unusable(Optional.empty(), Reason.UNKNOWN_ALGORITHM);
        }
        Optional<UserId> sender = event.string("sender").flatMap(UserId::parse);
        Optional<EventId> id = event.string("event_id").flatMap(EventId::parse);
        Optional<String> session = content.string("session_id");
        Optional<String> ciphertext = content.string("ciphertext");
        Optional<SessionRef> ref = session.map(name -> new SessionRef(room, name));
        if (algorithm.isEmpty() || sender.isEmpty() || id.isEmpty() || session.isEmpty() || ciphertext.isEmpty()) {
            return unusable(ref, Reason.MALFORMED);
        }
        try {
            return new Item(
                    new InboundGroupSessions.Key(room, session.get(), sender.get()),
                    GroupMessage.parse(ciphertext.get()),
                    new MegolmIndices.Use(id.get(), event.integer("origin_server_ts").orElse(0)),
                    content.get(RoomEventCipher.RELATION),
                    content.string("device_id").flatMap(DeviceId::parse));
        } catch (CryptoException malformed) {
            return unusable(ref, Reason.MALFORMED);
        }
    }

    private static Unusable unusable(Optional<SessionRef> session, Reason reason) {
        return new Unusable(new Decryption.Undecryptable(session, reason, PlainWords.of(reason)));
    }

    private static Decryption undecryptable(Item item, Reason reason) {
        SessionRef session = new SessionRef(item.key().room(), item.key().sessionId());
        return new Decryption.Undecryptable(Optional.of(session), reason, PlainWords.of(reason));
    }

    private static MegolmIndices.Slot slot(Item item) {
        return new MegolmIndices.Slot(item.key(), item.message().index());
    }
}
