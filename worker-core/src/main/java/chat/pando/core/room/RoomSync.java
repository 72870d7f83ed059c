package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.machine.Machine;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomEvent;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.SyncResponse;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.EventPlace;
import chat.pando.store.GapRow;
import chat.pando.store.MemberRow;
import chat.pando.store.Position;
import chat.pando.store.RoomRow;
import chat.pando.store.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes in what a sync response says about one room. */
final class RoomSync {

    private final RoomWorks works;
    private final Tables tables;
    private final Machine machine;
    private final Opener opener;

    RoomSync(RoomWorks works, Machine machine, Opener opener) {
        this.works = works;
        this.tables = works.tables();
        this.machine = machine;
        this.opener = opener;
    }

    void joined(RoomId room, SyncResponse.JoinedRoom news, Draft draft) {
        RoomWork work = works.begin(draft, room);
        boolean back = work.row.membership() != RoomRow.Membership.JOIN;
        work.row = work.row.withMembership(RoomRow.Membership.JOIN, Optional.empty());
        news.state().forEach(event -> RoomState.apply(work, event));
        append(work, news.timeline());
        news.ephemeral().forEach(event -> Receipts.apply(work, event));
        followDevices(work, back);
        work.finish();
    }

    /** Who was in the room at the last response has left it since, and was invited again: the server tells the last only. */
    void invited(RoomId room, List<JsonObject> strippedState, Draft draft) {
        left(room, draft);
        RoomWork work = works.begin(draft, room);
        Optional<UserId> inviter = Optional.empty();
        for (JsonObject event : strippedState) {
            String type = event.string("type").orElse("");
            String key = event.string("state_key").orElse("");
            if (key.isEmpty()) {
                RoomState.applyRoom(work, type, event.at("content"));
            } else if (type.equals("m.room.member") && key.equals(machine.user().value())) {
                inviter = event.string("sender").flatMap(UserId::parse);
            }
        }
        work.row = work.row.withMembership(RoomRow.Membership.INVITE, inviter);
        work.nameStale = true;
        work.finish();
    }

    void left(RoomId room, Draft draft) {
        if (tables.rooms().get(draft, room).isEmpty()) {
            return;
        }
        RoomWork work = works.begin(draft, room);
        work.row = work.row.withMembership(RoomRow.Membership.LEAVE, Optional.empty());
        if (work.row.encrypted()) {
            machine.memberGone(room, machine.user(), draft);
        }
        work.finish();
    }

    private void append(RoomWork work, SyncResponse.Timeline timeline) {
        Map<EventId, EventPlace> known = tables.eventIds().get(
                work.draft, work.room(), timeline.events().stream().map(RoomEvent::id).toList());
        breakOff(work, timeline, known);
        List<RoomEvent> unknown = timeline.events().stream()
                .filter(event -> !inTimeline(known, event))
                .toList();
        for (OpenedEvent event : opener.open(work, unknown)) {
            RoomState.apply(work, event.event());
            work.order.arrived(event);
        }
    }

    /** Notes what is missing before a timeline: the room's past, or a gap. */
    private void breakOff(RoomWork work, SyncResponse.Timeline timeline, Map<EventId, EventPlace> known) {
        if (!work.row.ends().begun()) {
            boolean fromStart =
                    timeline.events().stream().anyMatch(event -> event.type().equals("m.room.create"));
            Optional<String> older = timeline.prevBatch().filter(token -> !fromStart);
            work.row = work.row.withEnds(work.row.ends().olderFrom(older));
            return;
        }
        boolean overlaps = !timeline.events().isEmpty() && inTimeline(known, timeline.events().get(0));
        if (timeline.limited() && !overlaps && timeline.prevBatch().isPresent()) {
            work.order.interrupted();
            work.row = work.row.withEnds(work.row.ends().broken());
            long stretch = work.row.ends().last().stretch();
            Position first = new Position(stretch, Position.MIDDLE);
            tables.gaps().put(work.draft, new GapRow(work.room(), stretch, timeline.prevBatch().get(), first));
        }
    }

    private static boolean inTimeline(Map<EventId, EventPlace> known, RoomEvent event) {
        EventPlace place = known.get(event.id());
        return place != null && place.position().isPresent();
    }

    /** Tells the machine whose devices matter in an encrypted room, and who may not read on. */
    private void followDevices(RoomWork work, boolean back) {
        if (!work.row.encrypted()) {
            return;
        }
        if (!work.gone.isEmpty()) {
            work.order.lookAgain(); // nothing is expected of their devices any more
        }
        Set<UserId> follow = new LinkedHashSet<>(work.arrived);
        if (work.newlyEncrypted || back) {
            tables.members().of(work.draft, work.room()).stream().map(MemberRow::user).forEach(follow::add);
        }
        if (!follow.isEmpty()) {
            machine.track(follow, work.draft);
        }
        work.gone.forEach(user -> machine.memberGone(work.room(), user, work.draft));
    }
}
