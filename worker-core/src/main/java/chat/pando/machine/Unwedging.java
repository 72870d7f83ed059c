package chat.pando.machine;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.DeviceList;
import chat.pando.store.Devices;
import chat.pando.store.Draft;
import chat.pando.store.OlmSessions;
import chat.pando.store.OlmTrouble;
import chat.pando.store.OlmTroubles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Heals Olm sessions that no longer fit together (law 6; spec, "Recovering from undecryptable messages"): a new
 * session, at most one per device and hour, and {@code m.dummy} on it, upon which the other side shares its room keys
 * again.
 *
 * <p>The mark that a session is wedged is cleared by the new session, and by any message that can be decrypted: so that
 * sessions never multiply (F14).
 */
final class Unwedging {

    private static final long HOUR = 3_600_000L;

    private final Workbench bench;
    private final DeviceTracking tracking;
    private final SessionClaims claims;
    private final OlmOutbox outbox;
    private final RoomKeySharing sharing;
    private final Owed owed;
    private final OlmTroubles troubles;
    private final OlmSessions sessions;
    private final Devices devices;

    Unwedging(
            Workbench bench,
            DeviceTracking tracking,
            SessionClaims claims,
            OlmOutbox outbox,
            Owed owed) {
        this.bench = bench;
        this.tracking = tracking;
        this.claims = claims;
        this.outbox = outbox;
        this.sharing = owed.sharing();
        this.owed = owed;
        troubles = bench.tables().olmTroubles();
        sessions = bench.tables().olmSessions();
        devices = bench.tables().devices();
    }

    /** A message of the device could not be decrypted. */
    void failed(Device device, Draft draft) {
        OlmTrouble trouble = troubles.get(draft, device.user(), device.id()).withWedged(true);
        boolean willBegin =
                hourPassed(trouble.unwedgedAt()) && !claims.underWay(trouble, draft) && claims.mayTry(trouble);
        troubles.put(draft, willBegin ? trouble.unwedging(bench.now()) : trouble);
        if (willBegin) {
            claims.claim(List.of(device), draft);
        }
    }

    /** A message could not be decrypted, and the user's list has no device of that key yet. */
    void failed(UserId user, Curve25519PublicKey stranger, Draft draft) {
        if (!troubles.strangers(draft, user).contains(stranger) && tracking.lacking(user, draft)) {
            troubles.putStranger(draft, user, stranger);
        }
    }

    /** These users' lists have come: a stranger may be known now. */
    void listed(Set<UserId> users, Draft draft) {
        for (UserId user : users) {
            Set<Curve25519PublicKey> strangers = troubles.strangers(draft, user);
            DeviceList list = strangers.isEmpty() ? DeviceList.EMPTY : devices.get(draft, user);
            for (Curve25519PublicKey stranger : strangers) {
                troubles.deleteStranger(draft, user, stranger);
                list.get(stranger).ifPresent(device -> failed(device, draft));
            }
        }
    }

    /** A message of the device was decrypted. */
    void succeeded(Device device, Draft draft) {
        OlmTrouble trouble = troubles.get(draft, device.user(), device.id());
        if (!trouble.equals(trouble.reachable())) {
            troubles.put(draft, trouble.reachable());
        }
    }

    /** New sessions with devices were begun: those that were wedged are told, and what is owed to any is sent. */
    void begun(SessionClaims.Claimed claimed, Draft draft) {
        List<Letter> dummies = new ArrayList<>();
        claimed.healed().forEach(device -> dummies.add(new Letter(device, "m.dummy", JsonObject.EMPTY)));
        outbox.post(dummies, JsonObject.EMPTY, draft);
        owed.deliver(claimed.reached(), draft);
    }

    /**
     * The device has begun a new session because its old one was wedged: it may have lost room keys (F13). They
     * are sent again at once, but at most once an hour.
     */
    void peerBeganAnew(Device device, Draft draft) {
        OlmTrouble trouble = troubles.get(draft, device.user(), device.id());
        if (hourPassed(trouble.resharedAt())) {
            troubles.put(draft, trouble.reshared(bench.now()));
            sharing.shareAgain(device, draft);
        } else {
            troubles.put(draft, trouble.withReshareDue());
        }
    }

    /** Does what was put off: new sessions, keys that were not to be had, room keys to send again. */
    void tidy(Draft draft) {
        List<OlmTrouble> all = troubles.all(draft);
        Set<Device> approachable = new LinkedHashSet<>();
        Map<OlmTrouble, Device> known = devices(all, draft);
        for (OlmTrouble trouble : all) {
            Device device = known.get(trouble);
            if (device == null) {
                troubles.delete(draft, trouble.user(), trouble.device());
                continue;
            }
            troubles.put(draft, trouble.forgettingBefore(bench.now() - HOUR));
            if (trouble.wedged()) {
                failed(device, draft);
            }
            if (trouble.reshareDue() && hourPassed(trouble.resharedAt())) {
                peerBeganAnew(device, draft);
            }
            boolean unanswered = trouble.claimFailures() > 0 || trouble.claim().isPresent();
            if (unanswered && !claims.underWay(trouble, draft) && claims.mayTry(trouble)) {
                approachable.add(device);
            }
        }
        approach(approachable, draft);
    }

    /** Whether that was an hour ago, or never (0), or later than now, by a clock that was wrong. */
    private boolean hourPassed(long since) {
        return bench.now() >= since + HOUR || bench.now() < since;
    }

    /** Claims keys of those that we have no session with; the others get what is owed to them. */
    private void approach(Set<Device> approachable, Draft draft) {
        List<Device> reached = new ArrayList<>();
        List<Device> unreached = new ArrayList<>();
        for (Device device : approachable) {
            (sessions.get(draft, device.identity()).isEmpty() ? unreached : reached).add(device);
        }
        claims.claim(unreached, draft);
        for (Device device : reached) {
            troubles.put(draft, troubles.get(draft, device.user(), device.id()).claimed());
        }
        owed.deliver(reached, draft);
    }

    private Map<OlmTrouble, Device> devices(List<OlmTrouble> all, Draft draft) {
        Set<UserId> users = new LinkedHashSet<>();
        all.forEach(trouble -> users.add(trouble.user()));
        Map<chat.pando.matrix.UserId, DeviceList> lists = devices.get(draft, users);
        Map<OlmTrouble, Device> known = new HashMap<>();
        for (OlmTrouble trouble : all) {
            lists.getOrDefault(trouble.user(), DeviceList.EMPTY)
                    .get(trouble.device())
                    .ifPresent(device -> known.put(trouble, device));
        }
        return known;
    }
}
