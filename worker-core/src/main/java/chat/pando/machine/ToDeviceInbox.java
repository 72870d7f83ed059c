package chat.pando.machine;

import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import chat.pando.store.Device;
import chat.pando.store.Draft;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in the to-device events of a sync response, in order: opens what is closed and gives each to whom it concerns.
 */
final class ToDeviceInbox {

    private final Workbench bench;
    private final OlmInbox olm;
    private final RoomKeyInbox roomKeys;
    private final Owed owed;
    private final DeviceTracking tracking;
    private final Unwedging unwedging;
    private final KeyRequests requests;

    ToDeviceInbox(
            Workbench bench,
            OlmInbox olm,
            RoomKeyInbox roomKeys,
            Owed owed,
            DeviceTracking tracking,
            Unwedging unwedging,
            KeyRequests requests) {
        this.bench = bench;
        this.olm = olm;
        this.roomKeys = roomKeys;
        this.owed = owed;
        this.tracking = tracking;
        this.unwedging = unwedging;
        this.requests = requests;
    }

    SyncResult receive(List<JsonObject> events, Draft draft) {
        List<Optional<OlmEnvelope>> envelopes = events.stream().map(this::envelope).toList();
        List<OlmEnvelope> closed = envelopes.stream().flatMap(Optional::stream).toList();
        Iterator<OlmInbox.Result> results = olm.open(closed, draft).iterator();
        List<OlmPayload> keys = new ArrayList<>();
        List<DeviceEvent> others = new ArrayList<>();
        List<DeviceMail> letters = new ArrayList<>();
        List<KeyRequests.Asked> asked = new ArrayList<>();
        Set<Device> begun = new LinkedHashSet<>();
        for (int i = 0; i < events.size(); i++) {
            if (envelopes.get(i).isEmpty()) {
                inTheClear(events.get(i), others, asked, draft);
                continue;
            }
            OlmInbox.Result result = results.next();
            if (result instanceof OlmInbox.Unreadable unreadable) {
                unreadable(unreadable, draft);
            } else if (result instanceof OlmInbox.Read read) {
                read.payload().device().ifPresent(device -> unwedging.succeeded(device, draft));
                if (read.begun()) {
                    read.payload().device().ifPresent(begun::add);
                }
                if (read.payload().type().startsWith(DeviceLetter.NAMESPACE)) {
                    letter(read.payload(), draft).ifPresent(letters::add);
                } else {
                    read(read.payload(), keys, others, draft);
                }
            }
        }
        Set<SessionRef> newKeys = roomKeys.receive(keys, draft);
        owed.deliver(begun, draft);
        requests.answer(asked, draft);
        return new SyncResult(others, letters, newKeys);
    }

    private Optional<OlmEnvelope> envelope(JsonObject event) {
        return event.string("type").equals(Optional.of("m.room.encrypted"))
                ? OlmEnvelope.of(event, bench.self().keys().identityKey(), bench.host().primitives())
                : Optional.empty();
    }

    private void unreadable(OlmInbox.Unreadable unreadable, Draft draft) {
        bench.host().log().warn("an Olm message could not be decrypted");
        OlmEnvelope envelope = unreadable.envelope();
        unreadable.device().ifPresentOrElse(
                device -> unwedging.failed(device, draft),
                () -> unwedging.failed(envelope.sender(), envelope.identity(), draft));
    }

    /** A letter of a device that isn't in its user's list can't be believed to be that user's; the list may be old. */
    private Optional<DeviceMail> letter(OlmPayload payload, Draft draft) {
        OlmEnvelope envelope = payload.envelope();
        if (payload.device().isEmpty()) {
            bench.host().log().warn("a letter of an unknown device was dropped");
            tracking.lacking(envelope.sender(), draft);
            return Optional.empty();
        }
        DeviceName from = DeviceName.of(payload.device().get());
        DeviceMail mail = new DeviceMail(from, envelope.identity(), payload.type(), payload.content());
        return owed.letters().received(mail, draft);
    }

    private void read(OlmPayload payload, List<OlmPayload> keys, List<DeviceEvent> others, Draft draft) {
        switch (payload.type()) {
            case "m.room_key" -> keys.add(payload);
            case "m.dummy" -> payload.device().ifPresent(device -> unwedging.peerBeganAnew(device, draft));
            // We ask nobody for keys, so nobody has a reason to forward one.
            case "m.forwarded_room_key" -> bench.host().log().warn("a forwarded room key was refused");
            default -> others.add(new DeviceEvent(
                    payload.envelope().sender(), payload.type(), payload.content(), Optional.of(payload.sender())));
        }
    }

    /** What came unencrypted: never keys, because nothing vouches for it. */
    private void inTheClear(
            JsonObject event, List<DeviceEvent> others, List<KeyRequests.Asked> asked, Draft draft) {
        Optional<UserId> sender = event.string("sender").flatMap(UserId::parse);
        Optional<String> type = event.string("type");
        Optional<JsonObject> content = event.object("content");
        if (sender.isEmpty() || type.isEmpty() || content.isEmpty()) {
            bench.host().log().warn("a malformed to-device event was dropped");
            return;
        }
        switch (type.get()) {
            case "m.room_key.withheld" -> roomKeys.withheld(sender.get(), content.get(), draft);
            case "m.room_key_request" -> asked.add(new KeyRequests.Asked(sender.get(), content.get()));
            case "m.room.encrypted", "m.room_key", "m.forwarded_room_key", "m.dummy" ->
                bench.host().log().warn("a to-device event that should have come encrypted was dropped");
            default -> others.add(new DeviceEvent(sender.get(), type.get(), content.get(), Optional.empty()));
        }
    }
}
