package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.machine.Decryption;
import chat.pando.machine.Machine;
import chat.pando.matrix.RoomEvent;
import chat.pando.store.TimelineRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Opens events: those that are encrypted are decrypted, all of a batch at once. */
final class Opener {

    private final Machine machine;

    Opener(Machine machine) {
        this.machine = machine;
    }

    /** The events in the same order. What is still in the outbox is known in the clear and needs no decryption. */
    List<OpenedEvent> open(RoomWork work, List<RoomEvent> events) {
        List<OpenedEvent> opened = new ArrayList<>();
        List<Integer> sealed = new ArrayList<>();
        OwnEchoes echoes = OwnEchoes.among(work, events);
        for (RoomEvent event : events) {
            Optional<OpenedEvent> own = echoes.of(event);
            if (own.isEmpty() && event.encrypted() && !event.redacted()) {
                sealed.add(opened.size());
            }
            opened.add(own.orElseGet(() -> OpenedEvent.clear(event)));
        }
        decrypt(work, opened, sealed);
        return opened;
    }

    private void decrypt(RoomWork work, List<OpenedEvent> events, List<Integer> sealed) {
        if (sealed.isEmpty()) {
            return;
        }
        List<JsonObject> raw = sealed.stream().map(index -> events.get(index).event().json()).toList();
        Iterator<Decryption> decryptions = machine.decrypt(work.room(), raw, work.draft).iterator();
        for (int index : sealed) {
            events.set(index, opened(events.get(index).event(), decryptions.next()));
        }
    }

    /** The event as its decryption leaves it. */
    static OpenedEvent opened(RoomEvent event, Decryption decryption) {
        if (decryption instanceof Decryption.Decrypted clear) {
            JsonObject inner = clear.plaintextEvent();
            RoomEvent open = event.decrypted(
                    inner.string("type").orElse(""), inner.object("content").orElse(JsonObject.EMPTY));
            return OpenedEvent.decrypted(open, clear.sender());
        }
        Decryption.Undecryptable closed = (Decryption.Undecryptable) decryption;
        boolean heals = closed.reason().mayHeal() && closed.session().isPresent();
        String session = heals ? closed.session().get().sessionId() : "";
        return OpenedEvent.closed(
                event.decrypted(event.type(), JsonObject.EMPTY),
                new TimelineRow.Undecrypted(session, closed.plainWords()),
                heals);
    }
}
