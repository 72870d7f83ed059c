package chat.pando.channel;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.order.Channel;
import chat.pando.channel.order.EventHint;
import chat.pando.channel.order.Order;
import chat.pando.channel.order.SdsContent;
import chat.pando.channel.order.Sending;
import chat.pando.channel.order.Timing;
import chat.pando.host.Clock;
import chat.pando.host.Log;
import chat.pando.host.Signal;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.store.ChannelRow;
import chat.pando.store.Draft;
import chat.pando.store.NumberedRow;
import chat.pando.store.Reads;
import chat.pando.store.Tables;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The channels that an account's rooms are, as jobs change them. */
public final class Channels {

    private final Participant self;
    private final Participants participants;
    private final Tables tables;
    private final Clock clock;
    private final Log log;
    private final Order order;
    private final Agenda agenda = new Agenda(new Signal());

    public Channels(Address self, Participants participants, Tables tables, Clock clock, Log log) {
        this.self = participants.of(self);
        this.participants = participants;
        this.tables = tables;
        this.clock = clock;
        this.log = log;
        this.order = new Order(Timing.USUAL);
    }

    /** A message with what it says of order. */
    public record Counted(long number, JsonObject content) {

        @Override
        public String toString() {
            return "Counted[" + number + "]";
        }
    }

    public Participant self() {
        return self;
    }

    public Participants participants() {
        return participants;
    }

    public Order order() {
        return order;
    }

    public Agenda agenda() {
        return agenda;
    }

    public long now() {
        return clock.now();
    }

    /** Empty where nothing has been counted in the room yet. */
    public Optional<RoomChannel> find(RoomId room, Reads reads) {
        return tables.channels().get(reads, room).flatMap(this::read);
    }

    /** @param founder whether this device has made the room, so that it wants all messages of all others */
    public RoomChannel begun(RoomId room, boolean founder) {
        Channel channel = founder ? Channel.founded(self, clock.now()) : Channel.joined(self, clock.now());
        return new RoomChannel(room, channel, Map.of());
    }

    /** What is damaged counts as absent: numbers that are used again are known by their texts at the receivers. */
    private Optional<RoomChannel> read(ChannelRow row) {
        try {
            return Optional.of(RoomChannel.of(row));
        } catch (JsonShapeException | IllegalArgumentException damaged) {
            log.warn("what is known of a room's order is damaged");
            return Optional.empty();
        }
    }

    public void put(RoomChannel channel, Draft draft) {
        tables.channels().put(draft, channel.row());
        agenda.put(channel.room(), order.nextTick(channel.order()));
    }

    /** Counts a message that is about to be sealed: in the job that fixes its bytes. */
    public Counted count(RoomChannel channel, Set<Participant> audience, JsonObject content, Draft draft) {
        Sending sending = order.send(channel.order(), audience, clock.now());
        put(channel.with(sending.channel()), draft);
        return new Counted(sending.id().number(), SdsContent.with(sending.message(), content));
    }

    /** The server has made the message of this number this event. */
    void accepted(RoomId room, long number, EventId event, Optional<String> transfer, Draft draft) {
        Optional<RoomChannel> channel = find(room, draft);
        channel.ifPresent(known -> put(accepted(known, number, event, transfer, draft), draft));
    }

    /** The same, for whoever has the room's channel at hand and stores it. */
    public RoomChannel accepted(
            RoomChannel channel, long number, EventId event, Optional<String> transfer, Draft draft) {
        NumberedRow row = tables.numbered()
                .get(draft, channel.room(), self.name(), number)
                .orElseGet(() -> fresh(channel.room(), number));
        tables.numbered().put(draft, row.withEvent(event, transfer));
        return channel.with(order.sent(channel.order(), new MessageId(self, number), EventHint.of(event)));
    }

    /** The message of this number is nowhere any more, and whoever asks for it is told so. */
    void voided(RoomId room, long number, Draft draft) {
        if (number > 0) {
            tables.numbered().put(draft, fresh(room, number));
        }
    }

    /** The message of this number was never there: the number is free again where no other one was counted since. */
    void withdrawn(RoomId room, long number, Draft draft) {
        voided(room, number, draft);
        find(room, draft).filter(channel -> channel.order().sent() == number).ifPresent(channel ->
                put(channel.with(order.withdrawn(channel.order(), new MessageId(self, number))), draft));
    }

    private NumberedRow fresh(RoomId room, long number) {
        return new NumberedRow(room, self.name(), number, Optional.empty(), false, Optional.empty());
    }
}
