package chat.pando.channel.ack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What acknowledgements look like as bytes, and which bytes are none. */
class AckCodecTest {

    private static final Participant ANN = new Participant("AAAAAAAA");

    @Test
    void whatIsWrittenIsRead() throws MalformedSds {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            Map<Participant, Ranges> acks = new TreeMap<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                byte[] name = new byte[Participant.BYTES];
                random.nextBytes(name);
                acks.put(Participant.of(name), ranges(random));
            }
            assertEquals(acks, AckCodec.decode(AckCodec.encode(acks)));
        }
    }

    private static Ranges ranges(Random random) {
        long to = 1 + random.nextLong(MessageId.LARGEST);
        Ranges ranges = Ranges.of(Math.max(1, to - random.nextInt(1000)), to);
        for (int i = random.nextInt(20); i > 0; i--) {
            ranges = ranges.with(Math.max(1, to - random.nextInt(2000)));
        }
        return ranges;
    }

    @Test
    void aDeviceWithoutAHoleTakesNineBytes() {
        assertEquals(9, AckCodec.encode(Map.of(ANN, Ranges.of(9_940, 10_000))).size());
        assertEquals(10, AckCodec.encode(Map.of(ANN, Ranges.of(1, 1_500))).size());
    }

    @Test
    void ofTooManyRunsTheLatestAreSaid() throws MalformedSds {
        Ranges ranges = Ranges.NONE;
        for (int i = 1; i <= 2 * AckCodec.MOST_RUNS; i++) {
            ranges = ranges.with(2L * i);
        }
        Map<Participant, Ranges> said = AckCodec.decode(AckCodec.encode(Map.of(ANN, ranges)));
        assertEquals(Map.of(ANN, ranges.latest(AckCodec.MOST_RUNS)), said);
    }

    @ParameterizedTest
    @CsvSource({
        "00, half a name",
        "000000000000, nothing about the device",
        "0000000000000a, no run",
        "0000000000000a14, a run that begins before the first message",
        "0000000000000000, a message of number 0",
        "0000000000000a01, no second run",
        "0000000000000a010800, a second run that begins before the first message",
        "0000000000000a01ffffffffffffffff7f00, a hole beyond all bounds",
        "00000000000080808080808080800800, a number beyond all bounds",
        "0000000000000a000000000000000a00, a device twice"
    })
    void whatCannotBeIsRefused(String bytes, String what) {
        assertThrows(MalformedSds.class, () -> AckCodec.decode(Blob.of(HexFormat.of().parseHex(bytes))), what);
    }

    @Test
    void aNameOfADeviceIsShortAndItsOwn() {
        JcaPrimitives primitives = new JcaPrimitives();
        Participant one = Participant.of(new UserId("@ann:example.org"), new DeviceId("ABCDEFGHIJ"), primitives);
        Participant other = Participant.of(new UserId("@ann:example.org"), new DeviceId("ABCDEFGHIK"), primitives);
        assertNotEquals(one, other);
        assertEquals(one, Participant.of(one.bytes()));
        assertEquals(Participant.LENGTH, one.name().length());
        assertTrue(Participant.parse("not a na").isEmpty());
    }

    @Test
    void anIdHasOneSpelling() {
        MessageId id = new MessageId(ANN, 46_655);
        assertEquals("AAAAAAAAzzz", id.text());
        assertEquals(Optional.of(id), MessageId.parse("AAAAAAAAzzz"));
        assertEquals(Optional.of(new MessageId(ANN, MessageId.LARGEST)),
                MessageId.parse(new MessageId(ANN, MessageId.LARGEST).text()));
        for (String none : new String[] {
            "", "AAAAAAAA", "AAAAAAAA0", "AAAAAAAA01", "AAAAAAAAZ", "AAAAAAA.1", "AAAAAAAA1é", "AAAAAAAAzzzzzzzzzzzzzz"
        }) {
            assertEquals(Optional.empty(), MessageId.parse(none), none);
        }
    }
}
