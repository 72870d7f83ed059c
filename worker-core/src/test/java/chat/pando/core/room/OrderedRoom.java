package chat.pando.core.room;

import chat.pando.channel.Address;
import chat.pando.channel.Channels;
import chat.pando.channel.Outbox;
import chat.pando.channel.Participants;
import chat.pando.channel.order.Channel;
import chat.pando.channel.order.Order;
import chat.pando.channel.order.SdsContent;
import chat.pando.channel.order.Sending;
import chat.pando.channel.order.Timing;
import chat.pando.channel.segment.Segmentation;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import chat.pando.jvm.JvmLog;
import chat.pando.jvm.ManualClock;
import chat.pando.jvm.NanoJson;
import chat.pando.machine.SenderInfo;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.RoomEvent;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.GapRow;
import chat.pando.store.MemoryStore;
import chat.pando.store.MissingRow;
import chat.pando.store.Position;
import chat.pando.store.Tables;
import chat.pando.store.TimelineRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A room in a store of its own into which events come, each as a job that remembers nothing of the one before. */
abstract class OrderedRoom {

    static final long NOW = 1_795_260_000_000L;
    static final RoomId ROOM = new RoomId("!room:test");
    static final UserId ALICE = new UserId("@alice:test");
    static final Address BOB = new Address(new UserId("@bob:test"), new DeviceId("BOB"));

    final ManualClock clock = new ManualClock(NOW);
    final Tables tables = Tables.of(new NanoJson(), new JvmLog());
    final Participants participants = new Participants(new JcaPrimitives());
    final Channels channels =
            new Channels(new Address(ALICE, new DeviceId("ALICE")), participants, tables, clock, new JvmLog());
    final Segmentation segmentation = new Segmentation(new JvmEntropy(), new JcaPrimitives());
    final Outbox outbox =
            new Outbox(ALICE, tables, clock, new JvmEntropy(), segmentation, channels);
    final RoomWorks works = new RoomWorks(tables, outbox, channels, segmentation, ALICE);
    final MemoryStore store = new MemoryStore();
    final Writer bob = new Writer(BOB);
    private int events;

    /** Another device, as far as order goes. */
    final class Writer {

        private final Order order = new Order(Timing.USUAL);
        private final Address address;
        Channel channel;

        Writer(Address address) {
            this.address = address;
            this.channel = Channel.founded(participants.of(address), NOW);
        }

        /** What it writes next, as it comes out of its encryption. */
        OpenedEvent writes(String text) {
            Sending sending = order.send(channel, Set.of(channels.self()), clock.now());
            channel = sending.channel();
            return opened(
                    address.user(), SdsContent.with(sending.message(), content(text)), Optional.of(address.device()));
        }

        void reads(OpenedEvent opened) {
            Said said = Said.of(opened, channels).orElseThrow();
            channel = order.receive(channel, said.from(), said.message(), said.hint(), clock.now()).channel();
        }
    }

    OpenedEvent written(String text) {
        return bob.writes(text);
    }

    OpenedEvent opened(UserId sender, JsonObject content, Optional<DeviceId> device) {
        RoomEvent event = event(sender).decrypted("m.room.message", content);
        SenderInfo.Trust trust =
                device.isPresent() ? SenderInfo.Trust.LISTED_DEVICE : SenderInfo.Trust.UNKNOWN_DEVICE;
        return OpenedEvent.decrypted(event, new SenderInfo(sender, device, trust));
    }

    RoomEvent event(UserId sender) {
        JsonObject json = JsonObject.builder()
                .put("event_id", "$event-" + events++)
                .put("sender", sender.value())
                .put("type", "m.room.encrypted")
                .put("origin_server_ts", NOW)
                .put("content", JsonObject.EMPTY)
                .build();
        return RoomEvent.parse(json).orElseThrow();
    }

    static JsonObject content(String text) {
        return JsonObject.builder().put("msgtype", "m.text").put("body", text).build();
    }

    /** Each event is a job of its own: nothing is remembered between two. */
    void arrive(OpenedEvent... all) {
        for (OpenedEvent opened : all) {
            job(work -> work.order.arrived(opened));
        }
    }

    void job(Consumer<RoomWork> job) {
        Draft draft = store.draft();
        RoomWork work = works.begin(draft, ROOM);
        job.accept(work);
        work.finish();
        store.commit(draft.changes());
    }

    List<String> shown() {
        return tables.timeline().after(store, ROOM, "").stream()
                .map(row -> row.standing() == TimelineRow.Standing.REDACTED
                        ? "removed"
                        : row.content().string("body").orElse(""))
                .toList();
    }

    List<MissingRow> missing() {
        return tables.missing().of(store, ROOM);
    }

    /** Takes in a page of the gap's events, the newest first, as the server has them. */
    void fetchedForTheGap(OpenedEvent... newestFirst) {
        job(work -> {
            GapRow gap = tables.gaps().of(work.draft, ROOM).get(0);
            Position place = PastEvents.putAbove(work, gap.first(), List.of(newestFirst));
            tables.gaps().put(work.draft, new GapRow(ROOM, gap.stretch(), "t", place));
        });
    }

    void patienceIsOver() {
        clock.advance(Timing.USUAL.patience());
        job(work -> work.order.tick());
    }

    /** A stretch of the timeline is missing from here on. */
    void gapOpens() {
        job(work -> {
            work.order.interrupted();
            work.row = work.row.withEnds(work.row.ends().broken());
            Position first = new Position(work.row.ends().last().stretch(), Position.MIDDLE);
            tables.gaps().put(work.draft, new GapRow(ROOM, first.stretch(), "t", first));
        });
    }

    void gapCloses() {
        job(work -> {
            tables.gaps().delete(work.draft, tables.gaps().of(work.draft, ROOM).get(0));
            work.order.lookAgain();
        });
    }
}
