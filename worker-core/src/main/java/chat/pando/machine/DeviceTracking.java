package chat.pando.machine;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.DeviceAccount;
import chat.pando.store.DeviceList;
import chat.pando.store.Devices;
import chat.pando.store.Draft;
import chat.pando.store.OlmTroubles;
import chat.pando.store.PandoDevices;
import chat.pando.store.PendingRequest;
import chat.pando.store.StaleList;
import chat.pando.store.TrackedUsers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Follows the device lists of other users and our own (spec, "Tracking the device list for a user").
 *
 * <p>For each user at most one question is under way. A change that is told while it is leaves the list stale, so
 * that it is asked for again.
 */
final class DeviceTracking {

    private static final int USERS_PER_QUERY = 250;
    private static final long SERVER_TIMEOUT = 10_000;
    private static final Backoff AFTER_FAILURE = new Backoff(15_000, 6 * 3_600_000L);

    private final Workbench bench;
    private final RequestQueue queue;
    private final TrackedUsers tracked;
    private final Devices devices;
    private final OlmTroubles troubles;
    private final PandoDevices pando;
    private final DeviceKeys deviceKeys;

    DeviceTracking(Workbench bench, RequestQueue queue) {
        this.bench = bench;
        this.queue = queue;
        tracked = bench.tables().trackedUsers();
        devices = bench.tables().devices();
        troubles = bench.tables().olmTroubles();
        pando = bench.tables().pandoDevices();
        deviceKeys = new DeviceKeys(new DeviceSignatures(bench.host().primitives()));
    }

    /** Begins to follow those users whom we don't follow yet. */
    void track(Set<UserId> users, Draft draft) {
        Set<UserId> fresh = new LinkedHashSet<>(users);
        fresh.removeAll(tracked.tracked(draft, users));
        for (UserId user : fresh) {
            tracked.track(draft, user);
            tracked.put(draft, StaleList.of(user));
        }
        if (!fresh.isEmpty()) {
            tracked.changed(draft);
        }
    }

    /** These users' lists have changed. */
    void changed(Collection<UserId> users, Draft draft) {
        Set<UserId> followed = tracked.tracked(draft, new LinkedHashSet<>(users));
        Map<UserId, StaleList> known = tracked.stale(draft, followed);
        for (UserId user : followed) {
            tracked.put(draft, Optional.ofNullable(known.get(user))
                    .map(StaleList::changedAgain)
                    .orElseGet(() -> StaleList.of(user)));
        }
        if (!followed.isEmpty()) {
            tracked.changed(draft);
        }
    }

    /** We may have missed changes: every list is stale. */
    void missedChanges(Draft draft) {
        changed(tracked.all(draft), draft);
    }

    /** The user's list seems to lack a device, so it is fetched again; false where we don't follow the user. */
    boolean lacking(UserId user, Draft draft) {
        boolean followed = !tracked.tracked(draft, Set.of(user)).isEmpty();
        if (followed && tracked.stale(draft, Set.of(user)).isEmpty()) {
            changed(List.of(user), draft);
        }
        return followed;
    }

    /** We share no encrypted room with these users any more: the server tells us no changes from now on. */
    void left(Collection<UserId> users, Draft draft) {
        for (UserId user : tracked.tracked(draft, new LinkedHashSet<>(users))) {
            if (!user.equals(bench.self().user())) {
                tracked.forget(draft, user);
            }
        }
    }

    /** Puts questions for all stale lists into the queue that are due and not under way. */
    void ask(Draft draft) {
        ask(tracked.stale(draft), draft);
    }

    /** The questions that must be answered before these users' devices are known, as well as they can be now. */
    Set<String> awaited(Set<UserId> users, Draft draft) {
        track(users, draft);
        Map<UserId, StaleList> stale = tracked.stale(draft, users);
        Set<String> awaited = new LinkedHashSet<>(ask(stale.values(), draft));
        for (StaleList list : stale.values()) {
            list.request().filter(id -> queue.isPending(draft, id)).ifPresent(awaited::add);
        }
        return awaited;
    }

    private List<String> ask(Collection<StaleList> lists, Draft draft) {
        List<StaleList> due = new ArrayList<>();
        for (StaleList list : lists) {
            boolean underWay = list.request().filter(id -> queue.isPending(draft, id)).isPresent();
            if (!underWay && AFTER_FAILURE.isOver(bench.now(), list.notBefore())) {
                due.add(list);
            }
        }
        due.sort(Comparator.comparing(StaleList::user));
        List<String> requests = new ArrayList<>();
        for (int from = 0; from < due.size(); from += USERS_PER_QUERY) {
            requests.add(query(due.subList(from, Math.min(due.size(), from + USERS_PER_QUERY)), draft));
        }
        return requests;
    }

    private String query(List<StaleList> lists, Draft draft) {
        JsonObject.Builder users = JsonObject.builder();
        JsonObject.Builder versions = JsonObject.builder();
        for (StaleList list : lists) {
            users.put(list.user().value(), JsonArray.EMPTY);
            versions.put(list.user().value(), list.version());
        }
        JsonObject body = JsonObject.builder()
                .put("timeout", SERVER_TIMEOUT)
                .put("device_keys", users.build())
                .build();
        String request = queue.post(draft, OutgoingRequest.Kind.KEYS_QUERY, body, versions.build());
        lists.forEach(list -> tracked.put(draft, list.asking(request)));
        return request;
    }

    /** Takes in the answer to a question; answers whose lists it brought. */
    Set<UserId> answered(PendingRequest request, JsonObject response, Draft draft) {
        Map<UserId, StaleList> asked = stillAsked(request, draft);
        Map<UserId, DeviceList> before = devices.get(draft, asked.keySet());
        Map<UserId, List<Device>> checked = check(asked.keySet(), before, response.at("device_keys"));
        for (StaleList list : asked.values()) {
            UserId user = list.user();
            if (!checked.containsKey(user)) {
                tracked.put(draft, list.failed(bench.now() + AFTER_FAILURE.after(list.failures())));
                continue;
            }
            replace(user, before.getOrDefault(user, DeviceList.EMPTY), checked.get(user), draft);
            if (request.about().integer(user.value()).orElse(-1) == list.version()) {
                tracked.fresh(draft, user);
            } else {
                tracked.put(draft, list.answeredTooEarly());
            }
        }
        tracked.changed(draft);
        ask(draft);
        return checked.keySet();
    }

    /** Takes in that the server will not answer a question: later, perhaps. */
    void refused(PendingRequest request, Draft draft) {
        for (StaleList list : stillAsked(request, draft).values()) {
            tracked.put(draft, list.failed(bench.now() + AFTER_FAILURE.after(list.failures())));
        }
        tracked.changed(draft);
    }

    private Map<UserId, StaleList> stillAsked(PendingRequest request, Draft draft) {
        Set<UserId> users = new LinkedHashSet<>();
        request.about().names().forEach(name -> UserId.parse(name).ifPresent(users::add));
        Map<UserId, StaleList> asked = new TreeMap<>(tracked.stale(draft, users));
        asked.values().removeIf(list -> !list.request().equals(Optional.of(request.id())));
        return asked;
    }

    /** The devices of those users whom the answer names; what is not signed by its device is left out. */
    private Map<UserId, List<Device>> check(
            Set<UserId> users, Map<UserId, DeviceList> before, JsonObject answer) {
        Map<UserId, List<Device>> checked = new HashMap<>();
        List<Supplier<Optional<Device>>> checks = new ArrayList<>();
        for (UserId user : users) {
            Optional<JsonObject> listed = answer.object(user.value());
            if (listed.isPresent()) {
                checked.put(user, new ArrayList<>());
                DeviceList known = before.getOrDefault(user, DeviceList.EMPTY);
                listed.get().members().forEach((id, keys) -> checks.add(() -> check(user, id, keys, known)));
            }
        }
        for (Optional<Device> device : bench.host().tasks().all(checks)) {
            device.ifPresent(whole -> checked.get(whole.user()).add(whole));
        }
        return checked;
    }

    private Optional<Device> check(UserId user, String id, JsonValue keys, DeviceList known) {
        // A control character in an id would blur the borders of composite keys in the store; no server makes such ids.
        if (id.isEmpty() || id.chars().anyMatch(c -> c < ' ') || !(keys instanceof JsonObject object)) {
            return Optional.empty();
        }
        DeviceId device = new DeviceId(id);
        Optional<Device> before = known.get(device);
        if (before.filter(same -> same.keys().equals(object.without("unsigned"))).isPresent()) {
            return before; // checked when it came first
        }
        Optional<Device> checked = deviceKeys.check(user, device, object);
        if (before.isPresent() && !checked.filter(before.get()::sameKeysAs).isPresent()) {
            bench.host().log().warn("a device's keys have changed or are damaged: the first ones stay");
            return before;
        }
        return checked.filter(whole -> !claimsToBeUs(whole));
    }

    private boolean claimsToBeUs(Device device) {
        DeviceAccount self = bench.self();
        boolean ourId = device.user().equals(self.user()) && device.id().equals(self.device());
        boolean ourIdentity = device.identity().equals(self.keys().identityKey());
        boolean ours = ourId && ourIdentity && device.signing().equals(self.keys().fingerprintKey());
        if (ours || !ourId && !ourIdentity) {
            return false;
        }
        bench.host().log().warn("a device that is not ours has our id or our key");
        return true;
    }

    private void replace(UserId user, DeviceList before, List<Device> now, Draft draft) {
        Map<DeviceId, Device> list = new TreeMap<>();
        now.forEach(device -> list.put(device.id(), device));
        DeviceList after = new DeviceList(list);
        for (Device device : before.all()) {
            if (after.get(device.id()).isEmpty()) {
                troubles.delete(draft, user, device.id());
                pando.delete(draft, user, device.id());
            }
        }
        if (!after.equals(before)) {
            devices.put(draft, user, after);
        }
    }

    /** A number that changes whenever any list does. */
    long version(Draft draft) {
        return tracked.version(draft);
    }
}
