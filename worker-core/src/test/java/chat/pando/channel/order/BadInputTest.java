package chat.pando.channel.order;

import static chat.pando.channel.order.Effects.of;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.HistoryEntry;
import chat.pando.channel.sds.SdsMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no honest device says is refused and changes nothing. */
class BadInputTest extends DevicesInAChannel {

    @Test
    void theSenderIsWhoTheEncryptionProves() {
        Sending sent = ann.write();
        assertEquals(1, of(Effect.Refused.class, cat.get(BOB, sent.message())).size());
        SdsMessage another = SdsMessage.of(BOB.name(), sent.id().text(), NOW, List.of());
        assertEquals(1, of(Effect.Refused.class, cat.get(BOB, another)).size());
        assertEquals(List.of(), cat.shown());
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        Channel before = cat.channel;
        SdsMessage good = SdsMessage.of(ANN.name(), ANN.name() + "1", NOW, List.of());
        List<SdsMessage> bad = List.of(
                SdsMessage.of(ANN.name(), ANN.name() + "1", Long.MAX_VALUE, List.of()),
                SdsMessage.of(ANN.name(), "no id", NOW, List.of()),
                good.withHistory(List.of(HistoryEntry.of("no id"))),
                good.withRequests(List.of(HistoryEntry.of(""))),
                good.withAcks(Blob.of(new byte[3])));
        for (SdsMessage message : bad) {
            assertEquals(1, of(Effect.Refused.class, cat.get(ANN, message)).size());
            assertEquals(before, cat.channel);
        }
    }

    @Test
    void aNumberThatNobodyCanHaveReachedMakesNothingMissing() {
        List<HistoryEntry> implausible = List.of(HistoryEntry.of(BOB.name() + "zzzzzzzz"));
        cat.get(ANN, SdsMessage.of(ANN.name(), ANN.name() + "1", NOW, implausible));
        assertEquals(Ranges.NONE, cat.channel.missingOf(BOB));
        assertEquals(1, of(Effect.Refused.class, cat.effects).size());
    }
}
