package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.host.CryptoException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public keys under which anybody could sign are no public keys. */
class WeakPointsTest {

    private static final String FF = "ff".repeat(30);

    /** The points of small order with either sign, and each number from the prime up to what 255 bits hold. */
    @ParameterizedTest
    @ValueSource(strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"})
    void refused(String hex) {
        byte[] key = HexFormat.of().parseHex(hex);
        assertThrows(CryptoException.class, () -> new Ed25519PublicKey(key));
        key[31] |= (byte) 0x80;
        assertThrows(CryptoException.class, () -> new Ed25519PublicKey(key));
    }

    @Test
    void whatIsNearThemIsAKey() throws CryptoException {
        for (String hex : new String[] {"02" + "00".repeat(31), "01" + "00".repeat(30) + "01", "eb" + FF + "7f",
            "ee" + FF.substring(2) + "fe7f", "ee" + "fe" + FF.substring(2) + "7f", "ee" + FF + "7e",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc04"}) {
            byte[] key = HexFormat.of().parseHex(hex);
            assertArrayEquals(key, new Ed25519PublicKey(key).bytes());
        }
    }
}
