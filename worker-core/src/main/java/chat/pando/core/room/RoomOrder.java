package chat.pando.core.room;

import chat.pando.channel.Address;
import chat.pando.channel.Channels;
import chat.pando.channel.Outbox;
import chat.pando.channel.RoomChannel;
import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.order.Effect;
import chat.pando.channel.order.EventHint;
import chat.pando.channel.order.Step;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.SdsMessage;
import chat.pando.matrix.EventId;
import chat.pando.matrix.UserId;
import chat.pando.store.NumberedRow;
import chat.pando.store.OutboxRow;
import chat.pando.store.Position;
import chat.pando.store.TransferRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What order makes of a room's messages while one job changes the room: the channel is read once, when it first
 * matters, and written once, when the job is done.
 */
final class RoomOrder {

    private final RoomWork work;
    private final Channels channels;
    private final Arrivals arrivals;
    private Optional<RoomChannel> channel = Optional.empty();
    private boolean read;
    private boolean changed;
    private Optional<Boolean> hasGap = Optional.empty();

    RoomOrder(RoomWork work, Channels channels) {
        this.work = work;
        this.channels = channels;
        this.arrivals = new Arrivals(work);
    }

    /** Takes in an event that has just come: shows it, and what waited for it, or has it wait for its causes. */
    void arrived(OpenedEvent opened) {
        Optional<Said> said = Said.of(opened, channels);
        if (said.isEmpty()) {
            TimelineWriter.put(work, opened, work.append(), true);
            return;
        }
        boolean waits = !hasGap(); // in a gap that is being filled, causes come by themselves
        boolean overtaken = !waits || isMissing(said.get());
        List<Effect> effects = hear(said.get(), opened, waits);
        if (!arrivals.carryOut(effects, said.get(), opened, overtaken)) {
            arrivals.park(said.get(), opened);
        }
    }

    /**
     * Takes in an event of a stretch of history, which the caller shows.
     *
     * @param there where it stands in that stretch
     * @return where it is to be shown: there, but where a gap was told of it above; empty where it is here already
     */
    Optional<Position> placeInPast(OpenedEvent opened, Position there) {
        Optional<Said> said = Said.of(opened, channels);
        if (said.isEmpty()) {
            return Optional.of(there);
        }
        if (arrivals.isKnown(said.get(), opened)) {
            return Optional.empty();
        }
        return Optional.of(arrivals.carryOutButFor(hear(said.get(), opened, false), said.get(), opened)
                .filter(kept -> kept.compareTo(there) < 0)
                .map(kept -> LatePlace.of(work, opened.event().content(), kept))
                .orElse(there));
    }

    /** The same of an event from before all others, which says nothing new unless it is one that is missing. */
    Optional<Position> placeBeforeAll(OpenedEvent opened, Position there) {
        boolean wanted = Said.of(opened, channels).filter(this::isMissing).isPresent();
        return wanted ? placeInPast(opened, there) : Optional.of(there);
    }

    /** An event that stood in the timeline closed can be read now. */
    void opened(OpenedEvent opened) {
        Said.of(opened, channels).ifPresent(said ->
                arrivals.carryOutButFor(hear(said, opened, false), said, opened));
    }

    /** A missing message was found, which may stand in the timeline already. */
    void found(OpenedEvent opened, boolean stands) {
        if (Said.of(opened, channels).filter(this::isMissing).isEmpty()) {
            return;
        }
        if (stands) {
            opened(opened);
        } else {
            arrived(opened);
        }
    }

    /** A missing message was found, and can't be read: it is shown as such, and nothing waits for it. */
    void closed(MessageId id, OpenedEvent opened, boolean stands) {
        channel().filter(known -> known.order().missingOf(id.sender()).has(id.number())).ifPresent(known -> {
            if (!stands) {
                TimelineWriter.put(work, opened, work.append(), true);
            }
            step(known, channels.order().closed(known.order(), id, channels.now()));
        });
    }

    /** Its own device says that this message is nowhere. */
    void voided(MessageId id) {
        channel().ifPresent(known -> {
            arrivals.forget(id);
            step(known, channels.order().voided(known.order(), id, channels.now()));
        });
    }

    /** Another device says what it has read and asks about. */
    void told(Participant from, Address address, SdsMessage message) {
        RoomChannel known = begun().with(from, address);
        step(known, channels.order().receive(known.order(), from, message, Blob.EMPTY, channels.now()));
    }

    /** These devices are the others' that run Pando: nothing is expected of any other one any more. */
    void present(Set<Participant> devices) {
        Set<Participant> gone = new TreeSet<>(channel().map(known -> known.order().awaited()).orElse(Set.of()));
        gone.removeAll(devices);
        for (Participant device : gone) {
            RoomChannel known = channel().orElseThrow();
            step(known, channels.order().left(known.order(), device, channels.now()));
        }
    }

    /** Does what is due; answers what the timeline isn't concerned with. Nothing is, while a gap is being filled. */
    List<Effect> tick() {
        Optional<RoomChannel> known = channel().filter(channel -> !hasGap());
        if (known.isEmpty()) {
            return List.of();
        }
        Step step = channels.order().tick(known.get().order(), channels.now());
        step(known.get(), step);
        channels.agenda().put(work.room(), channels.order().nextTick(step.channel()));
        return step.effects();
    }

    /** A stretch of the timeline will be missing from here on. To be called before it is. */
    void interrupted() {
        channel().ifPresent(known -> step(known, channels.order().interrupted(known.order(), channels.now())));
        hasGap = Optional.empty();
    }

    private void step(RoomChannel known, Step step) {
        keep(known.with(step.channel()));
        step.effects().forEach(arrivals::carryOut);
    }

    /** Whether somebody has named this event as a message that is missing. */
    boolean isNamed(EventId event) {
        return channel().filter(known -> known.order().isHinted(EventHint.of(event))).isPresent();
    }

    boolean isDeviceOf(Participant participant, UserId user) {
        return channel().flatMap(known -> known.address(participant))
                .filter(address -> address.user().equals(user))
                .isPresent();
    }

    private boolean isMissing(Said said) {
        return channel()
                .filter(known -> known.order().missingOf(said.from()).has(said.number()))
                .isPresent();
    }

    private List<Effect> hear(Said said, OpenedEvent opened, boolean waits) {
        RoomChannel known = begun().with(said.from(), said.address());
        long now = channels.now();
        Step step = waits
                ? channels.order().receive(known.order(), said.from(), said.message(), said.hint(), now)
                : channels.order().take(known.order(), said.from(), said.message(), said.hint(), now);
        keep(known.with(step.channel()));
        return step.effects();
    }

    private RoomChannel begun() {
        return channel().orElseGet(() -> channels.begun(
                work.room(), Founding.isByThisDevice(work.row, work.tables, work.draft)));
    }

    /** Whether a stretch of the timeline is being fetched. */
    private boolean hasGap() {
        if (hasGap.isEmpty()) {
            hasGap = Optional.of(!work.tables.gaps().of(work.draft, work.room()).isEmpty());
        }
        return hasGap.get();
    }

    /** A stretch of the timeline is complete: what is still missing is looked for. */
    void lookAgain() {
        channel().ifPresent(known -> channels.agenda().put(work.room(), channels.now()));
    }

    /** The server has brought back what this device has sent, which leaves the outbox. */
    void returned(OutboxRow entry, EventId event) {
        accepted(entry, event);
        work.tables.outbox().delete(work.draft, entry);
    }

    /** The server has made what this device has sent an event, which its answer may have said before. */
    void accepted(OutboxRow entry, EventId event) {
        if (entry.counted() > 0 && entry.event().isEmpty()) {
            channel().ifPresent(known -> keep(channels.accepted(
                    known, entry.counted(), event, Outbox.transfer(entry), work.draft)));
        }
    }

    /** Whether an own message has come everywhere. */
    boolean isDelivered(long number) {
        return number > 0 && numbered(number).filter(NumberedRow::delivered).isPresent();
    }

    /** Whether all parts of an own text have come everywhere. */
    boolean isDelivered(TransferRow transfer) {
        return channel()
                .filter(known -> DeliveredMark.isDelivered(work, transfer, channels.self().name(), known.order().sent()))
                .isPresent();
    }

    /** The own messages that none of somebody's devices has got, by what they say themselves. */
    Set<EventId> unheard(UserId user) {
        Set<EventId> events = new HashSet<>();
        channel().ifPresent(known -> known.devices().entrySet().stream()
                .filter(device -> device.getValue().user().equals(user))
                .map(device -> known.order().awaitedOf(device.getKey()))
                .reduce((some, others) -> some.without(some.without(others)))
                .ifPresent(unheard -> unheard.numbers(Integer.MAX_VALUE)
                        .forEach(number -> numbered(number).flatMap(NumberedRow::event).ifPresent(events::add))));
        return events;
    }

    private Optional<NumberedRow> numbered(long number) {
        return work.tables.numbered().get(work.draft, work.room(), channels.self().name(), number);
    }

    /** The content of an event that may wait for its causes is gone. */
    void redacted(EventId event) {
        arrivals.redact(event);
    }

    Optional<RoomChannel> channel() {
        if (!read) {
            read = true;
            channel = channels.find(work.room(), work.draft);
        }
        return channel;
    }

    private void keep(RoomChannel now) {
        if (!channel.equals(Optional.of(now))) {
            channel = Optional.of(now);
            changed = true;
        }
    }

    /** Writes the channel where it has changed. */
    void store() {
        if (changed) {
            channels.put(channel.orElseThrow(), work.draft);
            changed = false;
        }
    }
}
