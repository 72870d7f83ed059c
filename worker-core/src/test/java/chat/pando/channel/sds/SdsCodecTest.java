package chat.pando.channel.sds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.host.Bytes;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SDS messages look like as bytes, and which bytes are none. */
class SdsCodecTest {

    private static final HistoryEntry CAUSE = new HistoryEntry("m1", Blob.of(new byte[] {7, 8}), "bob");

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void fieldsHaveTheNumbersOfTheSpecification() {
        SdsMessage message = new SdsMessage("a", "b", "c", OptionalLong.of(300), List.of(CAUSE),
                Blob.of(new byte[] {1}), List.of(HistoryEntry.of("m2")), Blob.of(new byte[] {2}), Blob.EMPTY);
        assertEquals(
                "0a0161" + "120162" + "1a0163" + "50ac02" + "5a0d" + "0a026d31" + "12020708" + "1a03626f62"
                        + "620101" + "6a04" + "0a026d32" + "a2010102",
                HexFormat.of().formatHex(SdsCodec.encode(message)));
    }

    @Test
    void whatIsWrittenIsRead() throws MalformedSds {
        SdsMessage full = new SdsMessage("alice", "ü😀", "room", OptionalLong.of(Long.MAX_VALUE),
                List.of(CAUSE, HistoryEntry.of("m2")), Blob.of(new byte[18_752]), List.of(CAUSE), Blob.of(new byte[] {0}),
                Blob.of(new byte[] {5}));
        assertEquals(full, SdsCodec.decode(SdsCodec.encode(full)));
        SdsMessage bare = SdsMessage.of("", "", 0, List.of());
        assertEquals(bare, SdsCodec.decode(SdsCodec.encode(bare)));
        assertEquals(OptionalLong.empty(), SdsCodec.decode(new byte[0]).lamport(), "as in an ephemeral message");
    }

    @Test
    void unknownFieldsOfEveryTypeArePassedOver() throws MalformedSds {
        byte[] known = SdsCodec.encode(SdsMessage.of("a", "b", 5, List.of(CAUSE)));
        byte[] unknown = hex("20b707" + "29" + "0102030405060708" + "32021111" + "3d01020304" + "a27d00");
        SdsMessage expected = SdsCodec.decode(known);
        assertEquals(expected, SdsCodec.decode(Bytes.concat(unknown, known)));
        assertEquals(expected, SdsCodec.decode(Bytes.concat(known, unknown)));
    }

    @Test
    void ofAFieldThatComesTwiceTheLastCounts() throws MalformedSds {
        assertEquals("b", SdsCodec.decode(hex("0a01610a0162")).sender());
    }

    @Test
    void everyTruncationIsRefusedOrReadsAsLess() {
        byte[] whole = SdsCodec.encode(new SdsMessage("alice", "m9", "", OptionalLong.of(1L << 40), List.of(CAUSE),
                Blob.EMPTY, List.of(), Blob.EMPTY, Blob.of(new byte[9])));
        int refused = 0;
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            try {
                assertArrayEquals(part, SdsCodec.encode(SdsCodec.decode(part)), "cut between two fields");
            } catch (MalformedSds truncated) {
                refused++;
            }
        }
        assertEquals(whole.length - 5, refused);
    }

    @ParameterizedTest
    @CsvSource({
        "5080808080808080808001, an integer of 64 bits",
        "508000, an integer that is longer than it need be",
        "5080, a truncated integer",
        "0a02c3, a truncated text",
        "0a01c3, text that is no UTF-8",
        "0a02c080, a second spelling of a character",
        "0a80808080808080808001, a length beyond all bounds",
        "0a8080808008, a length of more than 31 bits",
        "0801, an integer where a text has to be",
        "520101, bytes where an integer has to be",
        "0001, a field without a number",
        "2b2c, a group",
        "2e, a type that doesn't exist",
        "5a020a05, an entry that reaches beyond its end",
        "8080808080011000, a field of a number beyond all bounds"
    })
    void whatIsMalformedIsRefused(String bytes, String what) {
        assertThrows(MalformedSds.class, () -> SdsCodec.decode(hex(bytes)), what);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertRefused(SdsMessage.of("a".repeat(256), "b", 1, List.of()));
        assertRefused(SdsMessage.of("a", "b", 1, Collections.nCopies(65, CAUSE)));
        assertRefused(SdsMessage.of("a", "b", 1, List.of()).withRequests(Collections.nCopies(65, CAUSE)));
        assertRefused(SdsMessage.of("a", "b", 1, List.of(new HistoryEntry("m", Blob.of(new byte[256]), ""))));
        assertRefused(SdsMessage.of("a", "b", 1, List.of()).withAcks(Blob.of(new byte[SdsCodec.MOST_BYTES])));
    }

    private static void assertRefused(SdsMessage message) {
        byte[] bytes = SdsCodec.encode(message);
        assertThrows(MalformedSds.class, () -> SdsCodec.decode(bytes));
    }
}
