package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.host.CryptoException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields are read in any order, to their limits, and each other thing is refused for its own reason. */
class WireFieldsTest {

    private static final String TRUNCATED = "a truncated message";
    private static final String TOO_LONG = "a message with an integer that is longer than it need be";
    private static final String TOO_LARGE = "a message with an integer that is too large";
    private static final String TWICE = "a message with a field twice";
    private static final String OTHER_TYPE = "a message with an unknown type of field";

    private static WireFields parse(String hex) throws CryptoException {
        byte[] message = HexFormat.of().parseHex(hex);
        return WireFields.parse(3, message, message.length);
    }

    private static void refused(String reason, String hex) {
        assertEquals(reason, assertThrows(CryptoException.class, () -> parse(hex)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"031000, 0", "031001, 1", "03107f, 127", "03108001, 128", "0310c801, 200", "0310ffff03, 65535",
        "0310ffffff7f, 268435455", "03108080808001, 268435456", "0310ffffffff07, 2147483647",
        "03108080808008, 2147483648", "0310ffffffff0f, 4294967295", "0310ffffffffffffffff7f, 9223372036854775807"})
    void integersOfEveryLength(String hex, long value) throws CryptoException {
        assertEquals(value, parse(hex).integer(0x10));
        assertEquals(hex, HexFormat.of().formatHex(new WireWriter(3).integer(0x10, value).toBytes()));
    }

    @Test
    void integersNeedNineBytesAtMost() {
        refused(TOO_LARGE, "0310ffffffffffffffffff01");
        refused(TOO_LARGE, "0310808080808080808080");
    }

    /** Other spellings of 1, 0, a tag and a length. */
    @ParameterizedTest
    @ValueSource(strings = {"03108100", "0310818000", "03108000", "03900001", "030a8000", "030a818000ff"})
    void integersWithNeedlessZeros(String hex) {
        refused(TOO_LONG, hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"030a", "030a01", "030a05ffffffff", "0310", "0310ff", "0390", "030affffffffffffffff7f",
        "030a8080808008"})
    void cutOff(String hex) {
        refused(TRUNCATED, hex);
    }

    @Test
    void whatIsNoMessageAtAll() throws CryptoException {
        refused(TRUNCATED, "");
        assertThrows(CryptoException.class, () -> WireFields.parse(3, new byte[] {3}, 0));
        assertThrows(CryptoException.class, () -> WireFields.parse(3, new byte[] {3}, -7));
        assertThrows(CryptoException.class, () -> WireFields.parse(3, new byte[0], 1));
        for (String other : new String[] {"00", "01", "02", "04", "83", "ff"}) {
            refused("a message of an unknown version", other);
        }
        WireFields none = parse("03");
        String missing = "a message without a field that it needs";
        assertEquals(missing, assertThrows(CryptoException.class, () -> none.integer(0x10)).getMessage());
        assertEquals(missing, assertThrows(CryptoException.class, () -> none.bytes(0x0a)).getMessage());
    }

    @Test
    void aFieldTwice() {
        refused(TWICE, "0310011001");
        refused(TWICE, "0310001000");
        refused(TWICE, "030a000a00");
        refused(TWICE, "030a01ff10050a01ff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"030900", "030b00", "030c00", "030d00000000", "030e00", "030f00"})
    void otherTypesOfFields(String hex) {
        refused(OTHER_TYPE, hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"030000", "030200", "0307", "0310010000"})
    void noFieldHasTheNumberZero(String hex) {
        refused("a message with a field without a number", hex);
    }

    @Test
    void unknownFieldsArePassedOver() throws CryptoException {
        WireFields fields = parse("0338071001920602abcd0a03010203");
        assertEquals(1, fields.integer(0x10));
        assertArrayEquals(new byte[] {1, 2, 3}, fields.bytes(0x0a));
    }

    @Test
    void fieldNumbersHave29Bits() throws CryptoException {
        WireFields fields = parse("03f8ffffff0f01faffffff0f02abcd");
        assertEquals(1, fields.integer(0xffff_fff8));
        refused("a message with a field of an impossible number", "038080808010" + "01");
        refused("a message with a field of an impossible number", "03f8ffffffffffffff7f01");
        refused(TWICE, "03f8ffffff0f01f8ffffff0f01");
    }

    @Test
    void nothingIsReadBeyondTheEnd() throws CryptoException {
        byte[] message = HexFormat.of().parseHex("03100110ff");
        assertEquals(1, WireFields.parse(3, message, 3).integer(0x10));
        assertThrows(CryptoException.class, () -> WireFields.parse(3, message, 4));
        byte[] bytes = HexFormat.of().parseHex("030a02aabb");
        assertThrows(CryptoException.class, () -> WireFields.parse(3, bytes, 4));
        assertArrayEquals(new byte[] {(byte) 0xaa, (byte) 0xbb}, WireFields.parse(3, bytes, 5).bytes(0x0a));
    }
}
