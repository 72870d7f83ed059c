package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.machine.Decryption;
import chat.pando.machine.Machine;
import chat.pando.machine.SessionRef;
import chat.pando.matrix.RoomEvent;
import chat.pando.store.Draft;
import chat.pando.store.TimelineRow;
import chat.pando.store.UndecryptableRow;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Opens what could not be decrypted when it came, once its room key has come. */
final class LateKeys {

    private final RoomWorks works;
    private final Machine machine;

    LateKeys(RoomWorks works, Machine machine) {
        this.works = works;
        this.machine = machine;
    }

    void arrived(SessionRef session, Draft draft) {
        List<UndecryptableRow> waiting = works.tables().undecryptable().of(draft, session.room(), session.sessionId());
        if (waiting.isEmpty()) {
            return;
        }
        List<JsonObject> raw = waiting.stream().map(UndecryptableRow::event).toList();
        Iterator<Decryption> decryptions = machine.decrypt(session.room(), raw, draft).iterator();
        RoomWork work = works.begin(draft, session.room());
        for (UndecryptableRow row : waiting) {
            settle(work, row, decryptions.next());
        }
        work.finish();
    }

    static void settle(RoomWork work, UndecryptableRow waiting, Decryption decryption) {
        Optional<TimelineRow> entry =
                work.tables.timeline().get(work.draft, work.room(), waiting.position());
        Optional<RoomEvent> event = RoomEvent.parse(waiting.event());
        if (entry.isEmpty() || event.isEmpty()) {
            work.tables.undecryptable().delete(work.draft, waiting);
            return;
        }
        OpenedEvent opened = Opener.opened(event.get(), decryption);
        if (!opened.heals()) {
            work.tables.undecryptable().delete(work.draft, waiting);
        }
        work.order.opened(opened);
        if (Assembly.take(work, opened, waiting.position(), false)) {
            LongEntry.hide(work, entry.get());
            return;
        }
        TimelineWriter.replace(work, updated(entry.get(), opened));
        if (opened.closed().isEmpty() && Shown.edited(opened.event().content()).isPresent()) {
            Corrections.edit(work, opened.event());
        }
    }

    private static TimelineRow updated(TimelineRow entry, OpenedEvent opened) {
        return opened.closed()
                .map(entry::withUndecrypted)
                .orElseGet(() -> entry.withContent(opened.event().type(), opened.event().content()));
    }
}
