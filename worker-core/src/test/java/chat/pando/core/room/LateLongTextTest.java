package chat.pando.core.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.Address;
import chat.pando.channel.Channels;
import chat.pando.channel.Outbox;
import chat.pando.channel.Participants;
import chat.pando.channel.segment.Cut;
import chat.pando.channel.segment.Part;
import chat.pando.channel.segment.PartContent;
import chat.pando.channel.segment.Segmentation;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmClock;
import chat.pando.jvm.JvmEntropy;
import chat.pando.jvm.JvmLog;
import chat.pando.jvm.NanoJson;
import chat.pando.machine.Decryption;
import chat.pando.machine.SenderInfo;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomEvent;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.MemoryStore;
import chat.pando.store.PartRow;
import chat.pando.store.Tables;
import chat.pando.store.TimelineRow;
import chat.pando.store.TransferRow;
import chat.pando.store.UndecryptableRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts whose room key comes after them become one message then. */
class LateLongTextTest {

    private static final RoomId ROOM = new RoomId("!room:test");
    private static final UserId BOB = new UserId("@bob:test");
    private static final UserId ALICE = new UserId("@alice:test");
    private static final String TEXT = "one two three\n".repeat(40);

    private final Tables tables = Tables.of(new NanoJson(), new JvmLog());
    private final Segmentation segmentation = new Segmentation(new JvmEntropy(), new JcaPrimitives());
    private final Channels channels = new Channels(
            new Address(ALICE, new DeviceId("DEVICE")),
            new Participants(new JcaPrimitives()),
            tables,
            new JvmClock(),
            new JvmLog());
    private final Outbox outbox =
            new Outbox(ALICE, tables, new JvmClock(), new JvmEntropy(), segmentation, channels);
    private final Draft draft = new Draft(new MemoryStore());
    private final RoomWork work = new RoomWorks(tables, outbox, channels, segmentation, ALICE).begin(draft, ROOM);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void closedPartsBecomeOneMessageOnceTheirKeysHaveCome(long seed) {
        Random random = new Random(seed);
        Cut cut = segmentation.cut(TEXT, 100);
        List<UndecryptableRow> closed = new ArrayList<>();
        for (int i = 0; i < cut.parts().size(); i++) {
            JsonObject content = PartContent.of(new Part(cut.transfer(), i, cut.parts().get(i)));
            if (random.nextInt(3) == 0) {
                append(OpenedEvent.clear(event(i).decrypted("m.room.message", content)));
            } else {
                append(closedEvent(i));
                closed.addAll(tables.undecryptable().of(draft, ROOM, session(i)));
            }
        }
        assertEquals(shown().size(), work.row.digest().unread());
        Collections.shuffle(closed, random);
        closed.forEach(row -> LateKeys.settle(work, row, decryption(cut, row)));
        List<TimelineRow> shown = shown();
        assertEquals(1, shown.size(), "one message");
        assertEquals(1, work.row.digest().unread());
        TimelineRow entry = shown.get(0);
        assertEquals(TransferRow.State.WHOLE, entry.longText().orElseThrow().state());
        assertEquals(work.row.ends().last(), entry.position(), "where its last part stands");
        assertEquals(TEXT, String.join("", tables.parts().of(draft, ROOM, BOB, cut.transfer().id()).stream()
                .map(PartRow::shown)
                .toList()));
        assertTrue(closed.stream().allMatch(row -> tables.undecryptable().of(draft, ROOM, row.session()).isEmpty()));
    }

    private void append(OpenedEvent opened) {
        work.row = work.row.withEnds(work.row.ends().appended());
        TimelineWriter.put(work, opened, work.row.ends().last(), true);
    }

    private List<TimelineRow> shown() {
        return tables.timeline().after(draft, ROOM, "").stream()
                .filter(row -> Shown.isShown(row.type(), row.content()))
                .toList();
    }

    private static RoomEvent event(int number) {
        JsonObject json = JsonObject.builder()
                .put("event_id", "$event-" + number)
                .put("sender", BOB.value())
                .put("type", "m.room.encrypted")
                .put("origin_server_ts", 1_000 + number)
                .put("content", JsonObject.EMPTY)
                .build();
        return RoomEvent.parse(json).orElseThrow();
    }

    private static String session(int number) {
        return "session-" + number;
    }

    private static OpenedEvent closedEvent(int number) {
        return OpenedEvent.closed(
                event(number), new TimelineRow.Undecrypted(session(number), "Its key hasn't come."), true);
    }

    private static Decryption decryption(Cut cut, UndecryptableRow row) {
        EventId event = RoomEvent.parse(row.event()).orElseThrow().id();
        int index = Integer.parseInt(event.value().substring("$event-".length()));
        JsonObject plaintext = JsonObject.builder()
                .put("type", "m.room.message")
                .put("content", PartContent.of(new Part(cut.transfer(), index, cut.parts().get(index))))
                .put("room_id", ROOM.value())
                .build();
        return new Decryption.Decrypted(
                plaintext, new SenderInfo(BOB, Optional.empty(), SenderInfo.Trust.LISTED_DEVICE));
    }
}
