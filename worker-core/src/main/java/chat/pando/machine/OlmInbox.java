package chat.pando.machine;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.PreKeyMessage;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.json.Utf8;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.DeviceList;
import chat.pando.store.Devices;
import chat.pando.store.Draft;
import chat.pando.store.OlmHashes;
import chat.pando.store.OlmSessions;
import chat.pando.store.OneTimeKeys;
import chat.pando.store.PeerSessions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Opens the Olm messages of a sync response: everything that is needed is read at once, peers are decrypted side by
 * side, and the effects are written in the order of the messages.
 */
final class OlmInbox {

    private final Workbench bench;
    private final KeyUploads uploads;
    private final DeviceKeys deviceKeys;
    private final OlmSessions sessions;
    private final OneTimeKeys oneTimeKeys;
    private final Devices devices;
    private final OlmHashes hashes = new OlmHashes();

    OlmInbox(Workbench bench, KeyUploads uploads) {
        this.bench = bench;
        this.uploads = uploads;
        deviceKeys = new DeviceKeys(new DeviceSignatures(bench.host().primitives()));
        sessions = bench.tables().olmSessions();
        oneTimeKeys = bench.tables().oneTimeKeys();
        devices = bench.tables().devices();
    }

    /** What came of one envelope. */
    sealed interface Result permits Read, Unreadable, Ignored {}

    /**
     * It was opened, and is from whom and for whom it says.
     *
     * @param begun whether it has begun a new session
     */
    record Read(OlmPayload payload, boolean begun) implements Result {}

    /**
     * It could not be opened.
     *
     * @param device the sending device, where it is known
     */
    record Unreadable(OlmEnvelope envelope, Optional<Device> device) implements Result {}

    /** It was opened before, or something in it is not true. */
    record Ignored() implements Result {}

    /** Opens these envelopes; the results are in their order. */
    List<Result> open(List<OlmEnvelope> envelopes, Draft draft) {
        List<OlmEnvelope> unknown = withoutKnown(envelopes, draft);
        Map<OlmEnvelope, Optional<OlmPeer.Opened>> opened = decrypt(unknown, draft);
        Map<UserId, DeviceList> lists = devices.get(draft, senders(unknown));
        List<Result> results = new ArrayList<>();
        for (OlmEnvelope envelope : envelopes) {
            Optional<OlmPeer.Opened> content = opened.remove(envelope);
            if (content == null) {
                results.add(new Ignored());
                continue;
            }
            Optional<Device> device =
                    lists.getOrDefault(envelope.sender(), DeviceList.EMPTY).get(envelope.identity());
            results.add(content.isPresent()
                    ? read(envelope, content.get(), device, draft)
                    : new Unreadable(envelope, device));
        }
        return results;
    }

    /** Those that were not processed before, each once (F18). */
    private List<OlmEnvelope> withoutKnown(List<OlmEnvelope> envelopes, Draft draft) {
        List<String> all = envelopes.stream().map(OlmEnvelope::hash).toList();
        Set<String> known = new HashSet<>(hashes.known(draft, all, bench.now()));
        List<OlmEnvelope> unknown = new ArrayList<>();
        for (OlmEnvelope envelope : envelopes) {
            if (known.add(envelope.hash())) {
                unknown.add(envelope);
            }
        }
        return unknown;
    }

    private Map<OlmEnvelope, Optional<OlmPeer.Opened>> decrypt(List<OlmEnvelope> envelopes, Draft draft) {
        Map<Curve25519PublicKey, List<OlmEnvelope>> byPeer = new LinkedHashMap<>();
        envelopes.forEach(e -> byPeer.computeIfAbsent(e.identity(), peer -> new ArrayList<>()).add(e));
        Map<Curve25519PublicKey, PeerSessions> known = sessions.get(draft, byPeer.keySet());
        Map<Curve25519PublicKey, OneTimeKeys.Held> keys = oneTimeKeys.get(draft, namedKeys(envelopes));
        Map<Curve25519PublicKey, OlmPeer> peers = new LinkedHashMap<>();
        List<Supplier<List<Optional<OlmPeer.Opened>>>> work = new ArrayList<>();
        byPeer.forEach((identity, mail) -> {
            PeerSessions before = known.getOrDefault(identity, PeerSessions.NONE);
            OlmPeer peer = new OlmPeer(bench.olm(), bench.self().keys(), keys, before);
            peers.put(identity, peer);
            work.add(() -> peer.open(mail));
        });
        List<List<Optional<OlmPeer.Opened>>> done = bench.host().tasks().all(work);
        Map<OlmEnvelope, Optional<OlmPeer.Opened>> opened = new HashMap<>();
        int next = 0;
        for (List<OlmEnvelope> mail : byPeer.values()) {
            List<Optional<OlmPeer.Opened>> ofPeer = done.get(next++);
            for (int i = 0; i < mail.size(); i++) {
                opened.put(mail.get(i), ofPeer.get(i));
            }
        }
        peers.forEach((identity, peer) -> {
            if (!peer.sessions().equals(known.getOrDefault(identity, PeerSessions.NONE))) {
                sessions.put(draft, identity, peer.sessions());
            }
        });
        return opened;
    }

    private Result read(OlmEnvelope envelope, OlmPeer.Opened opened, Optional<Device> device, Draft draft) {
        hashes.put(draft, envelope.hash(), bench.now());
        opened.begunWith().ifPresent(key -> uploads.used(key, draft));
        Optional<OlmPayload> payload = parse(opened.plaintext())
                .flatMap(json -> OlmPayload.check(envelope, json, device, bench.self(), deviceKeys));
        if (payload.isEmpty()) {
            bench.host().log().warn("an Olm message that is not what it says was dropped");
            return new Ignored();
        }
        return new Read(payload.get(), opened.begunWith().isPresent());
    }

    private Optional<JsonObject> parse(byte[] plaintext) {
        try {
            JsonValue value = bench.host().json().parse(Utf8.decode(plaintext));
            return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonSyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static Set<UserId> senders(List<OlmEnvelope> envelopes) {
        Set<UserId> senders = new LinkedHashSet<>();
        envelopes.forEach(envelope -> senders.add(envelope.sender()));
        return senders;
    }

    private static Set<Curve25519PublicKey> namedKeys(List<OlmEnvelope> envelopes) {
        Set<Curve25519PublicKey> named = new LinkedHashSet<>();
        for (OlmEnvelope envelope : envelopes) {
            if (envelope.message() instanceof PreKeyMessage message) {
                named.add(message.keys().oneTimeKey());
            }
        }
        return named;
    }
}
