package chat.pando.machine;

import chat.pando.crypto.InboundGroupSession;
import chat.pando.crypto.OutboundGroupSession;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.json.Utf8;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.DeviceList;
import chat.pando.store.Devices;
import chat.pando.store.Draft;
import chat.pando.store.InboundGroupSessions;
import chat.pando.store.InboundRoomKey;
import chat.pando.store.KeyShares;
import chat.pando.store.OutboundGroupSessions;
import chat.pando.store.OutboundRoomKey;
import chat.pando.store.PendingRequest;
import chat.pando.store.RoomKeyShares;
import chat.pando.store.RoomSessions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sees to it that every device of a room's members has the key of what we write there, and nobody else.
 *
 * <p>A device is entitled from the message on before which it was first seen among the members. That is recorded before
 * the key is sent, so that it can be sent later, or again, from the same index on, however far the session has gone.
 */
final class RoomKeySharing {

    /** How many sessions of a room are remembered, so that their keys can be sent again. */
    private static final int SESSIONS_REMEMBERED = 8;

    private final Workbench bench;
    private final RequestQueue queue;
    private final DeviceTracking tracking;
    private final SessionClaims claims;
    private final RoomKeyDelivery delivery;
    private final Devices devices;
    private final RoomKeyShares shares;
    private final OutboundGroupSessions outbound;
    private final InboundGroupSessions inbound;

    RoomKeySharing(
            Workbench bench, RequestQueue queue, DeviceTracking tracking, SessionClaims claims, OlmOutbox outbox) {
        this.bench = bench;
        this.queue = queue;
        this.tracking = tracking;
        this.claims = claims;
        devices = bench.tables().devices();
        shares = bench.tables().keyShares();
        outbound = bench.tables().outboundSessions();
        inbound = bench.tables().inboundSessions();
        delivery = new RoomKeyDelivery(outbox, claims, shares);
    }

    Readiness prepare(RoomId room, RoomEncryption settings, Set<UserId> members, Draft draft) {
        if (!settings.supported()) {
            throw new IllegalArgumentException("a room with an unknown encryption algorithm");
        }
        RoomSessions sessions = outbound.get(draft, room);
        Optional<OutboundRoomKey> current = sessions.current().filter(key -> !expired(key, settings));
        String purpose = purpose(members, draft);
        if (current.filter(key -> key.sending().isEmpty() && key.preparedFor().equals(purpose)).isPresent()) {
            return new Readiness.Ready();
        }
        Set<UserId> readers = new LinkedHashSet<>(members);
        readers.add(bench.self().user());
        Set<String> queries = tracking.awaited(readers, draft);
        if (!queries.isEmpty()) {
            return new Readiness.NotYet(queries);
        }
        return share(room, settings, recipients(readers, draft), purpose(members, draft), draft);
    }

    private Readiness share(
            RoomId room, RoomEncryption settings, List<Device> recipients, String purpose, Draft draft) {
        RoomSessions sessions = outbound.get(draft, room);
        Map<UserId, KeyShares> known = sessions.current()
                .map(key -> shares.of(draft, room, key.session().id()))
                .orElse(Map.of());
        boolean usable = sessions.current().filter(key -> !expired(key, settings)).isPresent();
        if (!usable || anyoneGone(known, recipients)) {
            sessions = begin(room, sessions, draft);
            known = Map.of();
        }
        OutboundGroupSession session = sessions.current().orElseThrow().session();
        Map<UserId, KeyShares> entitled = entitle(room, session, known, recipients, draft);
        RoomKeyDelivery.Delivered delivered =
                delivery.deliver(room, sessions, session.id(), entitled, recipients, draft);
        Set<String> awaited = claims.claim(delivered.unreachable(), draft);
        OutboundRoomKey key = delivered.sessions().current().orElseThrow();
        Set<String> sending = queue.pendingOf(draft, key.sending());
        awaited.addAll(sending);
        OutboundRoomKey next = key.sendingOnly(sending).preparedFor(awaited.isEmpty() ? purpose : "");
        outbound.put(draft, room, delivered.sessions().with(next));
        return awaited.isEmpty() ? new Readiness.Ready() : new Readiness.NotYet(awaited);
    }

    /** A user may read no further: where the user has the outbound session's key, that session ends. */
    void gone(RoomId room, UserId user, Draft draft) {
        RoomSessions sessions = outbound.get(draft, room);
        boolean canRead = sessions.current()
                .map(key -> shares.get(draft, room, key.session().id(), user))
                .filter(ofUser -> !ofUser.devices().isEmpty())
                .isPresent();
        if (canRead) {
            outbound.put(draft, room, sessions.ended());
        }
    }

    /** Sends whatever is owed to these devices, now that there are Olm sessions with them. */
    void deliverOwed(Collection<Device> reached, Draft draft) {
        if (reached.isEmpty()) {
            return;
        }
        outbound.all(draft).forEach((room, sessions) -> {
            RoomSessions after = sessions;
            for (String sessionId : sessions.owing()) {
                after = delivery.deliver(room, after, sessionId, reached, draft).sessions();
            }
            if (!after.equals(sessions)) {
                outbound.put(draft, room, after);
            }
        });
    }

    /** Sends the device every recent room key again that it has had: it may have lost them (F13). */
    void shareAgain(Device device, Draft draft) {
        Set<DeviceName> name = Set.of(DeviceName.of(device));
        outbound.all(draft).forEach((room, sessions) -> {
            RoomSessions after = sessions;
            for (String sessionId : sessions.recent()) {
                after = delivery.owedAgain(room, after, sessionId, name, draft);
            }
            if (!after.equals(sessions)) {
                outbound.put(draft, room, after);
            }
        });
        deliverOwed(List.of(device), draft);
    }

    /** Sends the device one key again, from the index on to which it is entitled, even if it takes a new Olm session. */
    void shareAgain(RoomId room, String sessionId, Device device, Draft draft) {
        RoomSessions owing = delivery.owedAgain(
                room, outbound.get(draft, room), sessionId, Set.of(DeviceName.of(device)), draft);
        RoomKeyDelivery.Delivered delivered = delivery.deliver(room, owing, sessionId, List.of(device), draft);
        outbound.put(draft, room, delivered.sessions());
        claims.claim(delivered.unreachable(), draft);
    }

    /** The server has accepted a request that carried room keys. */
    void sent(PendingRequest request, Draft draft) {
        RoomKeyDelivery.room(request.about()).ifPresent(room ->
                outbound.put(draft, room, delivery.sent(outbound.get(draft, room), request.id())));
    }

    /** The server will not have a request that carried room keys: they stay owed, and are tried again later. */
    void refused(PendingRequest request, Draft draft) {
        Set<DeviceName> names = DeviceName.read(request.about().at("devices"));
        names.forEach(name -> claims.failed(name, draft));
        RoomKeyDelivery.room(request.about()).ifPresent(room -> {
            RoomSessions sessions = delivery.sent(outbound.get(draft, room), request.id());
            String sessionId = RoomKeyDelivery.sessionId(request.about());
            outbound.put(draft, room, delivery.owedAgain(room, sessions, sessionId, names, draft));
        });
    }

    private boolean expired(OutboundRoomKey key, RoomEncryption settings) {
        return key.session().messageIndex() >= settings.rotationMessages()
                || bench.now() >= key.createdAt() + settings.rotationMillis();
    }

    /** Whether any device that may read is not among the recipients any more. */
    private static boolean anyoneGone(Map<UserId, KeyShares> entitled, List<Device> recipients) {
        Set<String> present = new TreeSet<>();
        recipients.forEach(device -> present.add(name(device.user(), device.id().value(), device.identity().base64())));
        Set<String> reading = new TreeSet<>();
        entitled.forEach((user, ofUser) -> ofUser.devices().forEach(
                (device, share) -> reading.add(name(user, device.value(), share.identity()))));
        return !present.containsAll(reading);
    }

    private static String name(UserId user, String device, String identity) {
        return user.value() + ' ' + identity + ' ' + device;
    }

    private RoomSessions begin(RoomId room, RoomSessions before, Draft draft) {
        OutboundGroupSession session = bench.megolm().newSession();
        try {
            InboundGroupSession own = bench.megolm().inbound(bench.megolm().sessionKey(session));
            inbound.put(draft, new InboundRoomKey(
                    room,
                    bench.self().user(),
                    bench.self().keys().identityKey(),
                    bench.self().keys().fingerprintKey(),
                    own));
        } catch (CryptoException impossible) {
            throw new IllegalStateException("our own session key is malformed", impossible);
        }
        RoomSessions sessions = before.begun(OutboundRoomKey.begun(session, bench.now()));
        while (sessions.recent().size() > SESSIONS_REMEMBERED) {
            String oldest = sessions.recent().get(sessions.recent().size() - 1);
            shares.forget(draft, room, oldest);
            sessions = sessions.without(oldest);
        }
        return sessions;
    }

    /** Records those devices that are seen for the first time: they may read from the next message on. */
    private Map<UserId, KeyShares> entitle(
            RoomId room,
            OutboundGroupSession session,
            Map<UserId, KeyShares> known,
            List<Device> recipients,
            Draft draft) {
        Map<UserId, KeyShares> entitled = new HashMap<>(known);
        Set<UserId> changed = new LinkedHashSet<>();
        for (Device device : recipients) {
            KeyShares ofUser = entitled.getOrDefault(device.user(), KeyShares.NONE);
            if (ofUser.get(device.id()).isEmpty()) {
                KeyShares.Share share = KeyShares.Share.owed(device.identity().base64(), session.messageIndex());
                entitled.put(device.user(), ofUser.with(device.id(), share));
                changed.add(device.user());
            }
        }
        changed.forEach(user -> shares.put(draft, room, session.id(), user, entitled.get(user)));
        if (!changed.isEmpty() && shares.sessionKey(draft, room, session.id(), session.messageIndex()).isEmpty()) {
            String key = bench.megolm().sessionKey(session);
            shares.putSessionKey(draft, room, session.id(), session.messageIndex(), key);
        }
        return entitled;
    }

    private List<Device> recipients(Set<UserId> readers, Draft draft) {
        List<Device> recipients = new ArrayList<>();
        for (DeviceList list : devices.get(draft, readers).values()) {
            for (Device device : list.all()) {
                if (!device.identity().equals(bench.self().keys().identityKey())) {
                    recipients.add(device);
                }
            }
        }
        return recipients;
    }

    /** Describes what a preparation holds for: these members, with the device lists as they are. */
    private String purpose(Set<UserId> members, Draft draft) {
        StringBuilder text = new StringBuilder().append(tracking.version(draft));
        new TreeSet<>(members).forEach(member -> text.append(' ').append(member.value()));
        byte[] bytes = Utf8.encode(text.toString());
        return UnpaddedBase64.encode(bench.host().primitives().sha256(bytes));
    }
}
