package chat.pando.core.room;

import chat.pando.channel.Channels;
import chat.pando.channel.Outbox;
import chat.pando.channel.segment.Segmentation;
import chat.pando.json.JsonObject;
import chat.pando.machine.Machine;
import chat.pando.machine.SyncInput;
import chat.pando.machine.SyncResult;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.SyncResponse;
import chat.pando.store.Draft;
import chat.pando.store.GapRow;
import chat.pando.store.Position;
import chat.pando.store.RoomRow;
import chat.pando.store.Tables;
import java.util.List;
import java.util.Optional;

/** All rooms of an account: what jobs do to them. */
public final class Rooms {

    private final RoomWorks works;
    private final Tables tables;
    private final Machine machine;
    private final RoomSync sync;
    private final PastEvents past;
    private final LateKeys lateKeys;
    private final RoomTalk talk;
    private final EphemeralLetters ephemeral;
    private final Audience audience;

    public Rooms(
            Tables tables, Machine machine, Outbox outbox, Channels channels, Segmentation segmentation) {
        this.works = new RoomWorks(tables, outbox, channels, segmentation, machine.user());
        this.tables = tables;
        this.machine = machine;
        Opener opener = new Opener(machine);
        this.sync = new RoomSync(works, machine, opener);
        this.past = new PastEvents(opener);
        this.lateKeys = new LateKeys(works, machine);
        this.audience = new Audience(tables, machine, channels.participants());
        this.talk = new RoomTalk(works, machine, opener, audience);
        this.ephemeral = new EphemeralLetters(channels, tables, machine);
    }

    /** Who has to have the messages of a room. */
    public Audience audience() {
        return audience;
    }

    /** What devices tell each other about the order of rooms. */
    public RoomTalk talk() {
        return talk;
    }

    /** What is said to those who are in a room now. */
    public EphemeralLetters ephemeral() {
        return ephemeral;
    }

    /**
     * Takes in a whole sync response: its effects and its position in one change (law 3).
     *
     * @return what was said to those who are there now, to be shown once that is stored
     */
    public List<Ephemeral> take(SyncResponse response, Draft draft) {
        boolean fromTheStart = tables.meta().syncPosition(draft).isEmpty();
        if (fromTheStart) {
            machine.missedChanges(draft);
        }
        SyncResult keys = machine.receive(
                new SyncInput(
                        response.toDevice(),
                        response.devicesChanged(),
                        response.devicesLeft(),
                        response.oneTimeKeys(),
                        response.unusedFallback()),
                draft);
        response.joined().forEach((room, news) -> sync.joined(room, news, draft));
        response.invited().forEach((room, state) -> sync.invited(room, state, draft));
        response.left().keySet().forEach(room -> sync.left(room, draft));
        if (fromTheStart) {
            leaveUnmentioned(response, draft);
        }
        keys.newRoomKeys().forEach(session -> lateKeys.arrived(session, draft));
        talk.heard(keys.letters(), draft);
        machine.tidy(draft);
        tables.meta().putSyncPosition(draft, response.nextBatch());
        return ephemeral.read(keys.letters(), draft);
    }

    /** A response from the start mentions every room that the person is in. */
    private void leaveUnmentioned(SyncResponse response, Draft draft) {
        for (RoomRow row : tables.rooms().all(draft)) {
            boolean mentioned = response.joined().containsKey(row.id()) || response.invited().containsKey(row.id());
            if (!mentioned && row.membership() != RoomRow.Membership.LEAVE) {
                sync.left(row.id(), draft);
            }
        }
    }

    /** Stores a page of a gap's events. */
    public void fill(GapRow gap, JsonObject page, Draft draft) {
        if (tables.gaps().get(draft, gap.room(), gap.stretch()).equals(Optional.of(gap))) {
            RoomWork work = works.begin(draft, gap.room());
            past.fill(work, gap, page);
            work.finish();
        }
    }

    /** Closes a gap whose events can't be had. */
    public void giveUp(GapRow gap, Draft draft) {
        RoomWork work = works.begin(draft, gap.room());
        tables.gaps().delete(draft, gap);
        work.order.lookAgain();
        work.finish();
    }

    /** Stores a page of a room's past, where the room's past still begins where the page was asked for. */
    public void prepend(RoomId room, String askedFrom, JsonObject page, Draft draft) {
        RoomWork work = works.begin(draft, room);
        if (work.row.ends().older().equals(Optional.of(askedFrom))) {
            past.prepend(work, page);
            work.finish();
        }
    }

    /** The person has read up to an event: the server will be told. False where the event isn't in the timeline. */
    public boolean markRead(RoomId room, EventId event, Draft draft) {
        Optional<Position> position = tables.eventIds().position(draft, room, event);
        if (position.isEmpty()) {
            return false;
        }
        RoomWork work = works.begin(draft, room);
        if (position.get().text().compareTo(work.row.reading().own()) > 0) {
            Receipts.readByMe(work, position.get());
            work.row = work.row.withReading(work.row.reading().withUnsent(Optional.of(event)));
            work.finish();
        }
        return true;
    }
}
