package chat.pando.core.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.channel.Address;
import chat.pando.channel.Channels;
import chat.pando.channel.Outbox;
import chat.pando.channel.Participants;
import chat.pando.channel.RoomChannel;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.order.Channel;
import chat.pando.channel.order.Effect;
import chat.pando.channel.order.Order;
import chat.pando.channel.order.SdsContent;
import chat.pando.channel.order.Timing;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsMessage;
import chat.pando.channel.segment.Segmentation;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import chat.pando.jvm.JvmLog;
import chat.pando.jvm.ManualClock;
import chat.pando.jvm.NanoJson;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.RoomEvent;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.MemoryStore;
import chat.pando.store.OutboxRow;
import chat.pando.store.Position;
import chat.pando.store.Reading;
import chat.pando.store.RoomRow;
import chat.pando.store.Tables;
import chat.pando.store.TimelineRow;
import chat.pando.store.TimelineRow.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Read" is said of what a reader has got, whoever has read past it. */
class ReceiptsTest {

    private static final long NOW = 1_795_260_000_000L;
    private static final RoomId ROOM = new RoomId("!room:test");
    private static final UserId ALICE = new UserId("@alice:test");
    private static final Address BOB = new Address(new UserId("@bob:test"), new DeviceId("BOB"));
    private static final Address CAROL = new Address(new UserId("@carol:test"), new DeviceId("CAROL"));
    private static final UserId DAVE = new UserId("@dave:other.client");

    private final ManualClock clock = new ManualClock(NOW);
    private final Tables tables = Tables.of(new NanoJson(), new JvmLog());
    private final Participants participants = new Participants(new JcaPrimitives());
    private final Channels channels =
            new Channels(new Address(ALICE, new DeviceId("ALICE")), participants, tables, clock, new JvmLog());
    private final Segmentation segmentation = new Segmentation(new JvmEntropy(), new JcaPrimitives());
    private final Outbox outbox =
            new Outbox(ALICE, tables, clock, new JvmEntropy(), segmentation, channels);
    private final RoomWorks works = new RoomWorks(tables, outbox, channels, segmentation, ALICE);
    private final MemoryStore store = new MemoryStore();
    private final Order order = new Order(Timing.USUAL);
    private final Map<Address, Channel> theirs = new HashMap<>();
    private Position last;
    private int events;

    /** A message of Alice's device on its way back to it. */
    private record Sent(OutboxRow entry, JsonObject content, String event) {}

    @BeforeEach
    void meet() {
        List.of(BOB, CAROL).forEach(each -> theirs.put(each, Channel.founded(participants.of(each), NOW)));
        job(work -> tables.rooms().get(work.draft, ROOM));
    }

    private <T> T job(Function<RoomWork, T> job) {
        Draft draft = store.draft();
        RoomWork work = works.begin(draft, ROOM);
        T result = job.apply(work);
        work.finish();
        store.commit(draft.changes());
        return result;
    }

    private Sent send(String text) {
        JsonObject content = JsonObject.builder().put("msgtype", "m.text").put("body", text).build();
        return job(work -> {
            RoomChannel channel = channels.find(ROOM, work.draft).orElseGet(() -> channels.begun(ROOM, true))
                    .with(participants.of(BOB), BOB)
                    .with(participants.of(CAROL), CAROL);
            Set<Participant> audience = Set.of(participants.of(BOB), participants.of(CAROL));
            Channels.Counted counted = channels.count(channel, audience, content, work.draft);
            OutboxRow entry = outbox.add(ROOM, "m.room.message", content, work.draft).sealedAs(
                    new OutboxRow.Sealed("m.room.encrypted", JsonObject.EMPTY, counted.number()));
            tables.outbox().put(work.draft, entry);
            return new Sent(entry, counted.content(), "$event-" + events++);
        });
    }

    /** Its echo comes, behind all others. */
    private Sent echoed(String text) {
        Sent sent = send(text);
        last = job(work -> put(work, sent, work.append()));
        return sent;
    }

    private static Position put(RoomWork work, Sent sent, Position position) {
        RoomEvent event = RoomEvent.parse(JsonObject.builder()
                        .put("event_id", sent.event())
                        .put("sender", ALICE.value())
                        .put("type", "m.room.encrypted")
                        .put("origin_server_ts", NOW)
                        .put("content", JsonObject.EMPTY)
                        .build())
                .orElseThrow();
        TimelineWriter.put(work, OpenedEvent.own(event, sent.entry(), sent.content()), position, false);
        return position;
    }

    /** Somebody's device gets a message, and says so before long. */
    private void gets(Address device, Sent sent) throws MalformedSds {
        Participant self = participants.of(device);
        SdsMessage message = SdsContent.read(sent.content()).orElseThrow();
        Channel heard = order.take(theirs.get(device), channels.self(), message, Blob.EMPTY, clock.now()).channel();
        clock.advance(120_000);
        order.tick(heard, clock.now()).effects().stream()
                .filter(Effect.Sync.class::isInstance)
                .map(Effect.Sync.class::cast)
                .filter(sync -> sync.to().equals(channels.self()))
                .forEach(sync -> job(work -> {
                    work.order.told(self, device, sync.message());
                    return sync;
                }));
        theirs.put(device, heard);
    }

    private void receipt(UserId of, Sent upTo) {
        JsonObject reader = JsonObject.builder().put(of.value(), JsonObject.EMPTY).build();
        JsonObject content = JsonObject.builder()
                .put(upTo.event(), JsonObject.builder().put("m.read", reader).build())
                .build();
        JsonObject receipt = JsonObject.builder().put("type", "m.receipt").put("content", content).build();
        job(work -> {
            Receipts.apply(work, receipt);
            return receipt;
        });
    }

    private Standing standing(Sent sent) {
        return tables.timeline().after(store, ROOM, "").stream()
                .filter(row -> row.event().value().equals(sent.event()))
                .map(TimelineRow::standing)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasReadPastWhatHasNotComeHasNotReadIt() throws MalformedSds {
        Sent hidden = echoed("hidden from Bob");
        Sent seen = echoed("seen");
        gets(BOB, seen);
        receipt(BOB.user(), seen);
        assertEquals(Standing.SENT, standing(hidden));
        assertEquals(Standing.READ, standing(seen));
        gets(BOB, hidden);
        assertEquals(Standing.READ, standing(hidden));
    }

    @Test
    void anEchoThatComesInAGapBelowAReceiptIsReadOnceItsReaderHasIt() throws MalformedSds {
        Sent inGap = send("comes in a gap");
        job(work -> work.append());
        Sent after = echoed("after it");
        gets(BOB, after);
        receipt(BOB.user(), after);
        job(work -> put(work, inGap, new Position(last.stretch(), last.index() - 1)));
        assertEquals(Standing.SENT, standing(inGap), "Bob's device lacks it");
        gets(BOB, inGap);
        assertEquals(Standing.READ, standing(inGap));
    }

    @Test
    void anEchoThatComesInAGapIsReadWhereItsReaderHasItAlready() throws MalformedSds {
        Sent inGap = send("comes in a gap");
        job(work -> work.append());
        Sent after = echoed("after it");
        gets(BOB, inGap);
        gets(BOB, after);
        receipt(BOB.user(), after);
        job(work -> put(work, inGap, new Position(last.stretch(), last.index() - 1)));
        assertEquals(Standing.READ, standing(inGap));
    }

    @Test
    void whatOneHasAndAnotherHasReadPastIsReadByNeither() throws MalformedSds {
        Sent first = echoed("hidden from Bob");
        Sent second = echoed("seen by both");
        gets(BOB, second);
        receipt(BOB.user(), second);
        gets(CAROL, first);
        assertEquals(Standing.SENT, standing(first), "Carol has it, and Bob has read on");
        receipt(CAROL.user(), first);
        assertEquals(Standing.READ, standing(first), "Carol has read it, though Bob was ahead");
    }

    @Test
    void whoseClientSaysNothingOfOrderIsTakenAtTheirWord() {
        Sent first = echoed("one");
        Sent second = echoed("two");
        receipt(DAVE, second);
        assertEquals(Standing.READ, standing(first));
        assertEquals(Standing.READ, standing(second));
    }

    @Test
    void theReadersWhoHaveReadFurthestAreKnownAndNoMore() {
        Reading reading = Reading.NONE;
        for (int i = 0; i < 100; i++) {
            reading = reading.readBy(new UserId("@reader" + i + ":test"), new Position(1, i).text());
        }
        assertEquals(32, reading.readers().size());
        assertEquals(new Position(1, 99).text(), reading.others());
        Reading kept = reading;
        IntStream.range(68, 100).forEach(i ->
                assertEquals(new Position(1, i).text(), kept.of(new UserId("@reader" + i + ":test"))));
        RoomRow room = job(work -> {
            work.row = work.row.withReading(kept);
            return work.row;
        });
        assertEquals(room, tables.rooms().get(store, ROOM).orElseThrow());
    }
}
