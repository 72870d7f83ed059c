package chat.pando.core.room;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.order.Effect;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomEvent;
import chat.pando.matrix.UserId;
import chat.pando.store.MissingRow;
import chat.pando.store.NumberedRow;
import chat.pando.store.ParkedRow;
import chat.pando.store.Position;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Does to a room's timeline what order says: shows messages, has them wait, tells and fills what is missing. */
final class Arrivals {

    /** So many missing messages have a place of their own; a device that says that there are more isn't believed. */
    private static final int MOST_PLACES = 500;

    private final RoomWork work;

    Arrivals(RoomWork work) {
        this.work = work;
    }

    /**
     * Carries out what came of an event that has just come.
     *
     * @param overtaken whether others may have been shown that followed it
     * @return whether the event itself is settled; else it waits
     */
    boolean carryOut(List<Effect> effects, Said said, OpenedEvent opened, boolean overtaken) {
        boolean settled = false;
        for (Effect effect : effects) {
            if (effect instanceof Effect.Deliver deliver && deliver.id().equals(said.id())) {
                number(said.id(), opened.event().id());
                show(deliver, opened, overtaken);
                settled = true;
            } else if (effect instanceof Effect.Repeated) {
                settled = true;
                if (!isKnown(said, opened)) {
                    TimelineWriter.put(work, opened, work.append(), true); // another text under the same number
                }
            } else if (effect instanceof Effect.Refused || effect instanceof Effect.Ephemeral) {
                TimelineWriter.put(work, opened, work.append(), true);
                settled = true;
            } else {
                carryOut(effect);
            }
        }
        return settled;
    }

    /**
     * The same for an event that its caller shows.
     *
     * @return the place that is kept for it, where it was told to be missing
     */
    Optional<Position> carryOutButFor(List<Effect> effects, Said said, OpenedEvent opened) {
        Optional<Position> kept = Optional.empty();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Deliver deliver && deliver.id().equals(said.id())) {
                number(said.id(), opened.event().id());
                kept = place(deliver);
            } else {
                carryOut(effect);
            }
        }
        return kept;
    }

    /** Carries out what doesn't concern an event that is at hand. */
    void carryOut(Effect effect) {
        if (effect instanceof Effect.Deliver deliver) {
            unpark(deliver);
        } else if (effect instanceof Effect.Gap gap) {
            tell(gap);
        } else if (effect instanceof Effect.Acknowledged acknowledged) {
            heard(acknowledged);
        } else if (effect instanceof Effect.Delivered delivered) {
            delivered(delivered.id());
        }
    }

    /** Whether this very event is known under its number already. */
    boolean isKnown(Said said, OpenedEvent opened) {
        return numbered(said.id()).flatMap(NumberedRow::event).equals(Optional.of(opened.event().id()));
    }

    private Optional<NumberedRow> numbered(MessageId id) {
        return work.tables.numbered().get(work.draft, work.room(), id.sender().name(), id.number());
    }

    private void number(MessageId id, EventId event) {
        work.tables.numbered().put(work.draft, new NumberedRow(
                work.room(), id.sender().name(), id.number(), Optional.of(event), false, Optional.empty()));
    }

    /** Has a message wait for its causes. */
    void park(Said said, OpenedEvent opened) {
        RoomEvent event = opened.event();
        number(said.id(), event.id());
        work.tables.parked().put(work.draft, new ParkedRow(
                work.room(), said.from().name(), said.number(), event.json(), event.type(), event.content()));
    }

    private void unpark(Effect.Deliver deliver) {
        MessageId id = deliver.id();
        Optional<ParkedRow> parked =
                work.tables.parked().get(work.draft, work.room(), id.sender().name(), id.number());
        parked.ifPresent(row -> {
            work.tables.parked().delete(work.draft, row);
            RoomEvent.parse(row.event()).ifPresent(event ->
                    show(deliver, OpenedEvent.clear(event.decrypted(row.type(), row.content())), false));
        });
    }

    /** Shows a message: where it was missed, or behind all others. */
    private void show(Effect.Deliver deliver, OpenedEvent opened, boolean overtaken) {
        Position there = place(deliver).orElseGet(work::append);
        boolean late = overtaken || deliver.late();
        TimelineWriter.put(
                work, opened, late ? LatePlace.of(work, opened.event().content(), there) : there, true);
    }

    /** The place that is kept for a message which was told to be missing, and isn't any more. */
    private Optional<Position> place(Effect.Deliver deliver) {
        return deliver.late() ? forget(deliver.id()) : Optional.empty();
    }

    /** A message that was told to be missing is missing no more; answers where its place is. */
    Optional<Position> forget(MessageId id) {
        Optional<MissingRow> found = work.tables.missing().of(work.draft, work.room()).stream()
                .filter(row -> row.isOf(id.sender().name(), id.number()))
                .findFirst();
        found.ifPresent(row -> {
            work.tables.missing().delete(work.draft, row);
            row.without(id.number()).ifPresent(rest -> work.tables.missing().put(work.draft, rest));
        });
        return found.map(row -> row.placeOf(id.number()));
    }

    private void tell(Effect.Gap gap) {
        long first = Math.max(gap.first(), gap.last() - MOST_PLACES + 1);
        Position position = work.append();
        for (long number = first; number < gap.last(); number++) {
            work.append();
        }
        TreeSet<Long> numbers = new TreeSet<>();
        LongStream.rangeClosed(first, gap.last()).forEach(numbers::add);
        Optional<UserId> sender = work.order.channel()
                .flatMap(channel -> channel.address(gap.sender()))
                .map(address -> address.user());
        work.tables.missing().put(work.draft, new MissingRow(
                work.room(), position, gap.sender().name(), sender, first, numbers));
    }

    /** Who has read on may have this message only now: others, whose devices sleep, are not waited for. */
    private void heard(Effect.Acknowledged acknowledged) {
        Optional<UserId> by = work.order.channel()
                .flatMap(channel -> channel.address(acknowledged.by()))
                .map(address -> address.user());
        Optional<EventId> event = numbered(acknowledged.id()).flatMap(NumberedRow::event);
        if (by.isPresent() && event.isPresent()) {
            Receipts.heard(work, by.get(), event.get());
        }
    }

    private void delivered(MessageId id) {
        NumberedRow row = numbered(id)
                .orElseGet(() -> new NumberedRow(
                        work.room(), id.sender().name(), id.number(), Optional.empty(), false, Optional.empty()))
                .asDelivered();
        work.tables.numbered().put(work.draft, row);
        row.event().ifPresent(event -> DeliveredMark.set(work, row, event));
    }

    /** Takes the content from an event that waits. */
    void redact(EventId event) {
        work.tables.parked().of(work.draft, work.room()).stream()
                .filter(row -> row.event().string("event_id").equals(Optional.of(event.value())))
                .findFirst()
                .ifPresent(row -> work.tables.parked().put(work.draft, new ParkedRow(
                        row.room(), row.device(), row.number(), redacted(row.event()), row.type(),
                        JsonObject.EMPTY)));
    }

    private static JsonObject redacted(JsonObject event) {
        JsonObject unsigned = event.at("unsigned").toBuilder().put("redacted_because", JsonObject.EMPTY).build();
        return event.toBuilder().put("unsigned", unsigned).build();
    }
}
