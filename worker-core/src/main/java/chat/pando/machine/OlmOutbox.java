package chat.pando.machine;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.OlmMessage;
import chat.pando.crypto.OlmSession;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.Draft;
import chat.pando.store.OlmSessions;
import chat.pando.store.PeerSessions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Encrypts events for single devices and puts them into the queue. The session after each message is in the same
 * draft as the message (law 2).
 */
final class OlmOutbox {

    private static final int MESSAGES_PER_REQUEST = 250;

    private final Workbench bench;
    private final RequestQueue queue;
    private final OlmSessions sessions;
    private final DeviceKeys deviceKeys;
    private Optional<JsonObject> ownKeys = Optional.empty();

    OlmOutbox(Workbench bench, RequestQueue queue) {
        this.bench = bench;
        this.queue = queue;
        sessions = new OlmSessions(bench.rows());
        deviceKeys = new DeviceKeys(new SignedJson(bench.olm()));
    }

    /** What became of letters: in which requests they are, and for whom there was no session that works. */
    record Posted(List<String> requests, Set<Device> unreachable) {}

    /** What became of one letter, and the sessions after it. */
    private record Sealed(PeerSessions next, Optional<JsonObject> content) {}

    /**
     * Encrypts letters, at most one for each device, and puts them into the queue.
     *
     * @param about what the answer is about; {@code devices} with those that are written to is added to it
     */
    Posted post(List<Letter> letters, JsonObject about, Draft draft) {
        if (letters.isEmpty()) {
            return new Posted(List.of(), Set.of());
        }
        Set<Curve25519PublicKey> peers = new LinkedHashSet<>();
        letters.forEach(letter -> peers.add(letter.to().identity()));
        Map<Curve25519PublicKey, PeerSessions> known = sessions.get(draft, peers);
        JsonObject own = ownKeys();
        List<Supplier<Sealed>> sealing = new ArrayList<>();
        for (Letter letter : letters) {
            PeerSessions with = known.getOrDefault(letter.to().identity(), PeerSessions.NONE);
            sealing.add(() -> seal(letter, own, with));
        }
        List<Sealed> sealed = bench.host().tasks().all(sealing);
        Map<Device, JsonObject> contents = new LinkedHashMap<>();
        Set<Device> unreachable = new LinkedHashSet<>();
        for (int i = 0; i < letters.size(); i++) {
            Device to = letters.get(i).to();
            Sealed result = sealed.get(i);
            if (!result.next().equals(known.getOrDefault(to.identity(), PeerSessions.NONE))) {
                sessions.put(draft, to.identity(), result.next());
            }
            result.content().ifPresentOrElse(content -> contents.put(to, content), () -> unreachable.add(to));
        }
        return new Posted(enqueue(contents, about, draft), unreachable);
    }

    /** Our device keys never change, so one signature serves for as long as this lives. */
    private JsonObject ownKeys() {
        if (ownKeys.isEmpty()) {
            ownKeys = Optional.of(deviceKeys.own(bench.self()));
        }
        return ownKeys.get();
    }

    /** Seals with the best session that can; one that cannot, because of what the other side sent on it, is dropped. */
    private Sealed seal(Letter letter, JsonObject own, PeerSessions with) {
        byte[] plaintext = payload(letter, own).text().getBytes(StandardCharsets.UTF_8);
        PeerSessions left = with;
        for (OlmSession session : with.sessions()) {
            try {
                OlmSession.Encrypted encrypted = bench.olm().encrypt(session, plaintext);
                return new Sealed(left.withBest(encrypted.next()), Optional.of(content(letter, encrypted.message())));
            } catch (CryptoException refused) {
                bench.host().log().warn("an Olm session that cannot encrypt was dropped");
                left = left.without(session);
            }
        }
        return new Sealed(left, Optional.empty());
    }

    private JsonObject content(Letter letter, OlmMessage message) {
        JsonObject ciphertext = JsonObject.builder()
                .put("type", message.type())
                .put("body", message.body())
                .build();
        return JsonObject.builder()
                .put("algorithm", DeviceKeys.OLM)
                .put("sender_key", bench.self().keys().identityKey().base64())
                .put("ciphertext", JsonObject.builder()
                        .put(letter.to().identity().base64(), ciphertext)
                        .build())
                .build();
    }

    /** What is encrypted: the event, and who writes to whom (spec, "m.olm.v1.curve25519-aes-sha2"; MSC4147). */
    private JsonObject payload(Letter letter, JsonObject own) {
        return JsonObject.builder()
                .put("type", letter.type())
                .put("content", letter.content())
                .put("sender", bench.self().user().value())
                .put("sender_device", bench.self().device().value())
                .put("keys", ed25519(bench.self().keys().fingerprintKey().base64()))
                .put("recipient", letter.to().user().value())
                .put("recipient_keys", ed25519(letter.to().signing().base64()))
                .put("sender_device_keys", own)
                .build();
    }

    private static JsonObject ed25519(String key) {
        return JsonObject.builder().put("ed25519", key).build();
    }

    private List<String> enqueue(Map<Device, JsonObject> contents, JsonObject about, Draft draft) {
        List<Device> devices = List.copyOf(contents.keySet());
        List<String> requests = new ArrayList<>();
        for (int from = 0; from < devices.size(); from += MESSAGES_PER_REQUEST) {
            List<Device> batch = devices.subList(from, Math.min(devices.size(), from + MESSAGES_PER_REQUEST));
            Map<UserId, Map<DeviceId, JsonObject>> byUser = new TreeMap<>();
            batch.forEach(device -> byUser.computeIfAbsent(device.user(), user -> new TreeMap<>())
                    .put(device.id(), contents.get(device)));
            JsonObject.Builder messages = JsonObject.builder();
            byUser.forEach((user, messagesOfUser) -> {
                JsonObject.Builder perDevice = JsonObject.builder();
                messagesOfUser.forEach((device, content) -> perDevice.put(device.value(), content));
                messages.put(user.value(), perDevice.build());
            });
            JsonObject batchAbout = about.toBuilder().put("devices", DeviceName.write(batch)).build();
            requests.add(queue.toDevice(draft, "m.room.encrypted", messages.build(), batchAbout));
        }
        return requests;
    }
}
