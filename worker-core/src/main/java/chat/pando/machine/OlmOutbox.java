package chat.pando.machine;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Olm;
import chat.pando.crypto.OlmMessage;
import chat.pando.crypto.OlmSession;
import chat.pando.json.JsonObject;
import chat.pando.json.Utf8;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.Draft;
import chat.pando.store.OlmSessions;
import chat.pando.store.PeerSessions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
        sessions = bench.tables().olmSessions();
        deviceKeys = new DeviceKeys(new DeviceSignatures(bench.host().primitives()));
    }

    /** What became of letters: in which requests they are, and for whom there was no session that works. */
    record Posted(List<String> requests, Set<Device> unreachable) {}

    /** A letter that is being sealed: with the first of these sessions, unless that one cannot. */
    private static final class Sealing {

        private final Letter letter;
        private final byte[] plaintext;
        private PeerSessions sessions;
        private Optional<OlmMessage> message = Optional.empty();

        Sealing(Letter letter, byte[] plaintext, PeerSessions sessions) {
            this.letter = letter;
            this.plaintext = plaintext;
            this.sessions = sessions;
        }

        boolean isDue() {
            return message.isEmpty() && !sessions.isEmpty();
        }

        OlmSession session() {
            return sessions.sessions().get(0);
        }

        void sealed(OlmSession.Encrypted encrypted) {
            sessions = sessions.withBest(encrypted.next());
            message = Optional.of(encrypted.message());
        }

        void refused() {
            sessions = sessions.without(session());
        }
    }

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
        List<Sealing> all = seal(letters, known);
        Map<Device, JsonObject> contents = new LinkedHashMap<>();
        Set<Device> unreachable = new LinkedHashSet<>();
        for (Sealing each : all) {
            Device to = each.letter.to();
            if (!each.sessions.equals(known.getOrDefault(to.identity(), PeerSessions.NONE))) {
                sessions.put(draft, to.identity(), each.sessions);
            }
            each.message.ifPresentOrElse(
                    message -> contents.put(to, content(to, message)), () -> unreachable.add(to));
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

    /**
     * Seals each with the best session that can, all in one go; a session that cannot, because of what the other side
     * sent on it, is dropped, and the next one has a go.
     */
    private List<Sealing> seal(List<Letter> letters, Map<Curve25519PublicKey, PeerSessions> known) {
        JsonObject own = ownKeys();
        List<Sealing> all = new ArrayList<>(letters.size());
        for (Letter letter : letters) {
            byte[] plaintext = Utf8.encode(payload(letter, own).text());
            all.add(new Sealing(letter, plaintext, known.getOrDefault(letter.to().identity(), PeerSessions.NONE)));
        }
        List<Sealing> due = due(all);
        while (!due.isEmpty()) {
            sealWithBest(due);
            due = due(all);
        }
        return all;
    }

    private static List<Sealing> due(List<Sealing> all) {
        List<Sealing> due = new ArrayList<>(all.size());
        for (Sealing each : all) {
            if (each.isDue()) {
                due.add(each);
            }
        }
        return due;
    }

    private void sealWithBest(List<Sealing> due) {
        List<Olm.Outgoing> outgoing = new ArrayList<>(due.size());
        due.forEach(each -> outgoing.add(new Olm.Outgoing(each.session(), each.plaintext)));
        List<Optional<OlmSession.Encrypted>> encrypted = bench.olm().encryptAll(outgoing);
        for (int i = 0; i < due.size(); i++) {
            if (encrypted.get(i).isPresent()) {
                due.get(i).sealed(encrypted.get(i).get());
            } else {
                bench.host().log().warn("an Olm session that cannot encrypt was dropped");
                due.get(i).refused();
            }
        }
    }

    private JsonObject content(Device to, OlmMessage message) {
        JsonObject ciphertext = JsonObject.builder()
                .put("type", message.type())
                .put("body", message.body())
                .build();
        return JsonObject.builder()
                .put("algorithm", DeviceKeys.OLM)
                .put("sender_key", bench.self().keys().identityKey().base64())
                .put("ciphertext", JsonObject.builder()
                        .put(to.identity().base64(), ciphertext)
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
