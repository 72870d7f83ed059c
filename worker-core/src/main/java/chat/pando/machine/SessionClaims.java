package chat.pando.machine;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Olm;
import chat.pando.crypto.OlmSession;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.DeviceList;
import chat.pando.store.Devices;
import chat.pando.store.Draft;
import chat.pando.store.OlmSessions;
import chat.pando.store.OlmTrouble;
import chat.pando.store.OlmTroubles;
import chat.pando.store.PeerSessions;
import chat.pando.store.PendingRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Claims one-time keys of devices with which we need a new Olm session.
 *
 * <p>A device that has no key to give, or gives one with a wrong signature, is left alone for a while, longer each
 * time: so it never holds up the others (complement-crypto, TestFailedKeysClaimRetries).
 */
final class SessionClaims {

    private static final int DEVICES_PER_CLAIM = 250;
    private static final long SERVER_TIMEOUT = 10_000;
    private static final Backoff AFTER_FAILURE = new Backoff(60_000, 6 * 3_600_000L);

    private final Workbench bench;
    private final RequestQueue queue;
    private final Devices devices;
    private final OlmSessions sessions;
    private final OlmTroubles troubles;
    private final DeviceSignatures signing;

    SessionClaims(Workbench bench, RequestQueue queue) {
        this.bench = bench;
        this.queue = queue;
        devices = bench.tables().devices();
        sessions = bench.tables().olmSessions();
        troubles = bench.tables().olmTroubles();
        signing = new DeviceSignatures(bench.host().primitives());
    }

    /**
     * What an answer brought.
     *
     * @param reached devices with which a session was begun
     * @param healed  those of them whose session was wedged
     */
    record Claimed(List<Device> reached, List<Device> healed) {}

    /** Asks for a key of each device that may be asked now; answers the requests that are under way for any of them. */
    Set<String> claim(Collection<Device> wanted, Draft draft) {
        Set<String> underWay = new LinkedHashSet<>();
        List<Device> due = new ArrayList<>();
        Map<Device, OlmTrouble> known = troubles.get(draft, wanted);
        for (Device device : wanted) {
            OlmTrouble trouble = known.get(device);
            if (underWay(trouble, draft)) {
                trouble.claim().ifPresent(underWay::add);
            } else if (mayTry(trouble)) {
                due.add(device);
            }
        }
        for (int from = 0; from < due.size(); from += DEVICES_PER_CLAIM) {
            List<Device> batch = due.subList(from, Math.min(due.size(), from + DEVICES_PER_CLAIM));
            underWay.add(request(batch, draft));
        }
        return underWay;
    }

    /** Whether a key of the device is being asked for. */
    boolean underWay(OlmTrouble trouble, Draft draft) {
        return trouble.claim().filter(id -> queue.isPending(draft, id)).isPresent();
    }

    private String request(List<Device> batch, Draft draft) {
        JsonObject names = DeviceName.write(batch);
        JsonObject.Builder keys = JsonObject.builder();
        for (String user : names.names()) {
            JsonObject.Builder perDevice = JsonObject.builder();
            names.requireArray(user).strings().forEach(device -> perDevice.put(device, KeyUploads.ALGORITHM));
            keys.put(user, perDevice.build());
        }
        JsonObject body = JsonObject.builder()
                .put("timeout", SERVER_TIMEOUT)
                .put("one_time_keys", keys.build())
                .build();
        String id = queue.post(draft, OutgoingRequest.Kind.KEYS_CLAIM, body, names);
        troubles.get(draft, batch).values().forEach(trouble -> troubles.put(draft, trouble.claiming(id)));
        return id;
    }

    /** Takes in claimed keys. */
    Claimed answered(PendingRequest request, JsonObject response, Draft draft) {
        List<Device> asked = devices(DeviceName.read(request.about()), draft);
        Map<Curve25519PublicKey, PeerSessions> known = sessions.get(draft, identities(asked));
        List<Optional<OlmSession>> begun = begin(asked, keys(asked, response));
        Map<Device, OlmTrouble> troubled = troubles.get(draft, asked);
        Claimed claimed = new Claimed(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < asked.size(); i++) {
            Device device = asked.get(i);
            PeerSessions before = known.getOrDefault(device.identity(), PeerSessions.NONE);
            settle(device, troubled.get(device), before, begun.get(i), claimed, draft);
        }
        return claimed;
    }

    private void settle(
            Device device,
            OlmTrouble trouble,
            PeerSessions before,
            Optional<OlmSession> begun,
            Claimed claimed,
            Draft draft) {
        if (!before.isEmpty() && !trouble.wedged()) {
            troubles.put(draft, trouble.claimed()); // the device has written to us meanwhile
            claimed.reached().add(device);
        } else if (begun.isEmpty()) {
            troubles.put(draft, trouble.claimFailed(bench.now() + AFTER_FAILURE.after(trouble.claimFailures())));
        } else {
            sessions.put(draft, device.identity(), before.withBest(begun.get()));
            troubles.put(draft, trouble.claimed().withWedged(false));
            claimed.reached().add(device);
            if (trouble.wedged()) {
                claimed.healed().add(device);
            }
        }
    }

    /** Takes in that the server will not answer a claim. */
    void refused(PendingRequest request, Draft draft) {
        for (DeviceName name : DeviceName.read(request.about())) {
            failed(name, draft);
        }
    }

    /** Leaves a device alone for a while. */
    void failed(DeviceName name, Draft draft) {
        OlmTrouble trouble = troubles.get(draft, name.user(), name.device());
        troubles.put(draft, trouble.claimFailed(bench.now() + AFTER_FAILURE.after(trouble.claimFailures())));
    }

    /** Whether the device is not left alone for now. */
    boolean mayTry(OlmTrouble trouble) {
        return AFTER_FAILURE.isOver(bench.now(), trouble.claimAfter());
    }

    /** Those of the devices that are not left alone for now. */
    List<Device> approachable(Collection<Device> wanted, Draft draft) {
        Map<Device, OlmTrouble> known = troubles.get(draft, wanted);
        return wanted.stream().filter(device -> mayTry(known.get(device))).toList();
    }

    /** The key that each device has given, where it has signed one. */
    private List<Optional<Curve25519PublicKey>> keys(List<Device> asked, JsonObject response) {
        List<Supplier<Optional<Curve25519PublicKey>>> checks = new ArrayList<>(asked.size());
        for (Device device : asked) {
            JsonObject keys = response.at("one_time_keys", device.user().value(), device.id().value());
            checks.add(() -> key(device, keys));
        }
        return bench.host().tasks().all(checks);
    }

    private Optional<Curve25519PublicKey> key(Device device, JsonObject keys) {
        for (Map.Entry<String, JsonValue> entry : keys.members().entrySet()) {
            if (entry.getKey().startsWith(KeyUploads.ALGORITHM + ":") && entry.getValue() instanceof JsonObject key) {
                return key(device, key, key.string("key"));
            }
        }
        return Optional.empty();
    }

    private Optional<Curve25519PublicKey> key(Device device, JsonObject signed, Optional<String> key) {
        if (key.isEmpty() || !signing.isSignedBy(signed, device.user(), device.id(), device.signing())) {
            bench.host().log().warn("a claimed key is not signed by its device");
            return Optional.empty();
        }
        try {
            return Optional.of(Curve25519PublicKey.fromBase64(key.get()));
        } catch (CryptoException malformed) {
            bench.host().log().warn("a claimed key is none");
            return Optional.empty();
        }
    }

    /** Begins a session with each device that has given a key, all in one go. */
    private List<Optional<OlmSession>> begin(List<Device> asked, List<Optional<Curve25519PublicKey>> keys) {
        List<Olm.Claimed> given = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            Curve25519PublicKey identity = asked.get(i).identity();
            keys.get(i).ifPresent(key -> given.add(new Olm.Claimed(identity, key)));
        }
        Iterator<Optional<OlmSession>> begun = bench.olm().outboundAll(bench.self().keys(), given).iterator();
        List<Optional<OlmSession>> all = new ArrayList<>(asked.size());
        for (Optional<Curve25519PublicKey> key : keys) {
            Optional<OlmSession> session = key.isPresent() ? begun.next() : Optional.empty();
            if (key.isPresent() && session.isEmpty()) {
                bench.host().log().warn("a claimed key gives no shared secret");
            }
            all.add(session);
        }
        return all;
    }

    private List<Device> devices(Set<DeviceName> names, Draft draft) {
        Set<UserId> users = new LinkedHashSet<>();
        names.forEach(name -> users.add(name.user()));
        Map<UserId, DeviceList> lists = devices.get(draft, users);
        List<Device> found = new ArrayList<>();
        for (DeviceName name : names) {
            lists.getOrDefault(name.user(), DeviceList.EMPTY).get(name.device()).ifPresent(found::add);
        }
        return found;
    }

    private static Set<Curve25519PublicKey> identities(List<Device> devices) {
        Set<Curve25519PublicKey> identities = new LinkedHashSet<>();
        devices.forEach(device -> identities.add(device.identity()));
        return identities;
    }
}
